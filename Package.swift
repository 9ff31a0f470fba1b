// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "rapport",
  products: [.executable(name: "rapport", targets: ["rapport"])],
  targets: [
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CMicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .target(name: "CSimdjson", linkerSettings: [.linkedLibrary("simdjson")]),

    .target(name: "Records"),
    .target(name: "Analytics", dependencies: ["Records"]),
    .target(name: "Wire", dependencies: ["Records", "CSimdjson"]),
    .target(name: "Transport", dependencies: ["CCurl"]),
    .target(name: "Providers", dependencies: ["Records", "Wire", "Transport"]),
    .target(name: "Store", dependencies: ["Records", "CSQLite"]),
    .target(name: "DataCore", dependencies: ["Records", "Analytics", "Providers", "Store"]),
    .target(name: "Simulator", dependencies: ["Records", "Wire", "CMicrohttpd"]),
    .target(name: "Canvas"),
    .target(name: "Loop", dependencies: ["Canvas"]),
    .target(name: "Terminal", dependencies: ["Canvas", "Loop", "CNcurses"]),
    .target(name: "Dashboard", dependencies: ["Records", "Analytics", "Canvas", "Loop"]),
    .target(name: "Configuration", dependencies: ["Records", "Canvas", "CYAML"]),
    .executableTarget(
      name: "rapport",
      dependencies: [
        "Records", "Wire", "Transport", "Providers", "Store", "DataCore", "Simulator",
        "Canvas", "Loop", "Terminal", "Dashboard", "Configuration", "CMalloc",
      ]),
    .executableTarget(name: "rapport-bench"),

    .target(name: "TestKit", dependencies: ["Canvas", "Loop"], path: "Tests/TestKit"),
    .testTarget(name: "RecordsTests", dependencies: ["Records"]),
    .testTarget(name: "AnalyticsTests", dependencies: ["Analytics", "Records"]),
    .testTarget(name: "WireTests", dependencies: ["Wire", "Records"]),
    .testTarget(name: "TransportTests", dependencies: ["Transport"]),
    .testTarget(
      name: "ProvidersTests",
      dependencies: ["Providers", "Records", "Simulator", "Transport", "Wire"]),
    .testTarget(name: "StoreTests", dependencies: ["Store", "Records"]),
    .testTarget(
      name: "DataCoreTests",
      dependencies: ["DataCore", "Providers", "Records", "Simulator", "Store", "Transport"]),
    .testTarget(name: "SimulatorTests", dependencies: ["Simulator", "Records", "Wire"]),
    .testTarget(
      name: "CanvasTests", dependencies: ["Canvas", "TestKit"], exclude: ["Frames"]),
    .testTarget(name: "LoopTests", dependencies: ["Canvas", "Loop"]),
    .testTarget(name: "TerminalTests", dependencies: ["Canvas", "Loop", "Terminal", "TestKit"]),
    .testTarget(
      name: "DashboardTests",
      dependencies: ["Analytics", "Canvas", "Dashboard", "Loop", "Records", "TestKit"],
      exclude: ["Frames"]),
    .testTarget(
      name: "ConfigurationTests", dependencies: ["Canvas", "Configuration", "Records"]),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "rapport", "Canvas", "Configuration", "Dashboard", "Loop", "Records", "Simulator",
        "TestKit",
        "Wire",
      ]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

let swiftTargets: [Target.TargetType] = [.regular, .executable, .test]
for target in package.targets where swiftTargets.contains(target.type) {
  if target.name == "CSimdjson" { continue }
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
}
