/// Scripts that let shells complete command lines, made from the tables of commands and options.
enum Completions: String, CaseIterable {
  case bash, zsh, fish

  /// The script for the shell.
  var script: String {
    switch self {
    case .bash: Completions.bashScript
    case .zsh: Completions.zshScript
    case .fish: Completions.fishScript
    }
  }

  private static func options(of command: Command) -> [Option] {
    Option.allCases.filter { $0.commands.contains(command) }
  }

  private static var bashScript: String {
    let commands = Command.allCases.map { command in
      let words = options(of: command).flatMap(\.forms) + command.actions
      return "    \(command.rawValue)) words='\(words.joined(separator: " "))' ;;"
    }
    let values = Option.allCases.compactMap { option in
      option.completion.bash.map { "    \(option.forms.joined(separator: "|"))) \($0) ;;" }
    }
    return """
      # Completions of rapport for bash.
      _rapport() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
        local command=dashboard word words
        COMPREPLY=()
        # Bash takes --by=day for three words.
        if [[ $current = = ]]; then
          current=
        elif [[ $previous = = ]]; then
          previous=${COMP_WORDS[COMP_CWORD-2]}
        fi
        case $previous in
      \(values.joined(separator: "\n"))
        esac
        for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
          case $word in
            \(Command.allCases.map(\.rawValue).joined(separator: "|"))) command=$word; break ;;
          esac
        done
        case $command in
      \(commands.joined(separator: "\n"))
        esac
        if [[ $COMP_CWORD -eq 1 && $current != -* ]]; then
          words='\(Command.allCases.map(\.rawValue).joined(separator: " "))'
        fi
        COMPREPLY=($(compgen -W "$words" -- "$current"))
        if [[ $current != -* && ( $command = open || $command = snapshot ) ]]; then
          compopt -o filenames 2>/dev/null
          COMPREPLY+=($(compgen -f -- "$current"))
        fi
      }
      complete -F _rapport rapport

      """
  }

  private static var zshScript: String {
    let commands = Command.allCases.map { "    '\($0.rawValue):\(quoted($0.help))'" }
    let cases = Command.allCases.map { command in
      let options = options(of: command).flatMap(\.zshSpecifications).map { "        \($0)" }
      let actions =
        command.actions.isEmpty
        ? command.takesFiles ? ["        '*:file:_files'"] : []
        : ["        '1:action:(\(command.actions.joined(separator: " ")))'"]
      return """
            \(command.rawValue))
              _arguments -s \\
        \((options + actions).joined(separator: " \\\n")) ;;
        """
    }
    return """
      #compdef rapport
      # Completions of rapport for zsh.
      _rapport() {
        local -a commands
        commands=(
      \(commands.joined(separator: "\n"))
        )
        if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
          _describe command commands
          return
        fi
        local command=dashboard
        if [[ $words[2] != -* ]]; then
          command=$words[2]
          shift words
          (( CURRENT-- ))
        fi
        case $command in
      \(cases.joined(separator: "\n"))
        esac
      }
      _rapport "$@"

      """
  }

  private static var fishScript: String {
    let commands = Command.allCases.map { command in
      "complete -c rapport -n __fish_use_subcommand -f -a \(command.rawValue)"
        + " -d '\(quoted(command.help))'"
    }
    let actions = Command.allCases.filter { !$0.actions.isEmpty }.map { command in
      "complete -c rapport -n '__fish_seen_subcommand_from \(command.rawValue)' -f"
        + " -a '\(command.actions.joined(separator: " "))'"
    }
    let options = Option.allCases.map { option in
      // Without a command it is the dashboard's options that count.
      let seen =
        "__fish_seen_subcommand_from \(option.commands.map(\.rawValue).joined(separator: " "))"
      let condition =
        option.commands.contains(.dashboard) ? "__fish_use_subcommand; or \(seen)" : seen
      let letter = option.letter.map { " -s \($0)" } ?? ""
      return "complete -c rapport -n '\(condition)' -l \(option.rawValue)\(letter)"
        + "\(option.completion.fish) -d '\(quoted(option.help))'"
    }
    return (["# Completions of rapport for fish."] + commands + actions + options)
      .joined(separator: "\n") + "\n"
  }

  static func quoted(_ text: String) -> String { text.replacing("'", with: "'\\''") }
}
