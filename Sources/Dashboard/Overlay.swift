import Canvas
import Loop

/// What lies over the screen: the keys go to it, and not to the screen.
package enum Overlay: Equatable, Sendable {
  case palette(Palette)
  case filter(FilterPrompt)
  case picker(Picker)
  case calendar(CalendarPicker)
}

extension Model {
  /// Gives a key to what lies over the screen.
  mutating func press(_ key: Key, on overlay: Overlay) -> [Command] {
    switch overlay {
    case .palette(let palette): return press(key, on: palette)
    case .filter(let prompt):
      press(key, on: prompt)
      return []
    case .picker(let picker): return press(key, on: picker)
    case .calendar(let calendar): return press(key, on: calendar)
    }
  }

  /// Puts pasted text into what is being typed.
  mutating func paste(_ text: String) {
    switch overlay {
    case .palette(var palette):
      palette.field.insert(text)
      palette.noteChange()
      overlay = .palette(palette)
    case .filter(var prompt):
      prompt.field.insert(text)
      take(prompt)
    case .picker(var picker) where picker.narrows:
      picker.field.insert(text)
      narrow(picker)
    case .picker, .calendar, nil: break
    }
  }
}

/// Draws what lies over the screen, if anything.
func drawOverlay(_ model: Model, into frame: inout Frame) {
  switch model.overlay {
  case .palette(let palette): drawPalette(model, palette, into: &frame)
  case .filter(let prompt): drawFilterPrompt(model, prompt, into: &frame)
  case .picker(let picker): drawPicker(model, picker, into: &frame)
  case .calendar(let calendar): drawCalendar(model, calendar, into: &frame)
  case nil: break
  }
}

extension Key {
  /// Whether it leaves what is being typed or picked, as Esc does.
  var leaves: Bool { self == .escape || self == .control("c") || self == .control("g") }
}
