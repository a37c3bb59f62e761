// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "greenroom",
    products: [
        .executable(name: "greenroom", targets: ["greenroom"]),
        .executable(name: "echo-server", targets: ["EchoServer"]),
        .executable(name: "hub-fuzz", targets: ["HubFuzz"]),
        .executable(name: "simulate", targets: ["Simulate"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // Debian: libstemmer-dev, libssl-dev, libwebsockets-dev
        .systemLibrary(name: "CSnowball"),
        .systemLibrary(name: "CCrypto"),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CLibWebSockets"),
        // libsqlite3-dev, zlib1g-dev, libzstd-dev: Anki packages
        .systemLibrary(name: "CSQLite"),
        .systemLibrary(name: "CZlib"),
        .systemLibrary(name: "CZstd"),
        // libpq-dev: a log on a PostgreSQL server
        .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        // libcmark-gfm-dev, libcmark-gfm-extensions-dev: a bank's Markdown on pages
        .systemLibrary(name: "CMarkGFM"),
        // libqrencode-dev: the picture of a room's link
        .systemLibrary(name: "CQRCode"),
        // libxml2-dev: web pages
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

        // Word frequencies and synonyms as constant data.
        .target(
            name: "CWordTables", path: "Sources/Marking/Data",
            exclude: ["generate.py", "pivot.py", "NOTICE.md", "words.bin"]),
        .target(name: "Marking", dependencies: ["CSnowball", "CWordTables"], exclude: ["Data"]),
        .target(
            name: "QuestionBank",
            dependencies: [
                "Marking", "CCrypto", "CSQLite", "CZlib", "CZstd", "CLibXML2",
                .product(name: "Yams", package: "Yams"),
            ],
            resources: [.copy("BuiltInBank")]),
        .target(name: "Interviews", dependencies: ["Marking", "QuestionBank", "Scheduling"]),
        // When a key point will be forgotten. Knows nothing of interviews.
        .target(name: "Scheduling"),
        // Values as JSON, in their own order. Knows nothing of interviews.
        .target(name: "JSONWriting"),
        // JSON text as values. Knows nothing of interviews.
        .target(name: "JSONReading"),
        .target(
            name: "Transcripts",
            dependencies: [
                "Interviews", "Scheduling", "QuestionBank", "Marking", "JSONWriting", "JSONReading",
                "CCrypto", "CZlib", "CPostgreSQL", "CSnowball",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        // Transcripts as pages. Knows no sockets.
        .target(
            name: "Pages",
            dependencies: ["Transcripts", "Interviews", "QuestionBank", "Marking", "CMarkGFM"]),
        .target(name: "WebSockets", dependencies: ["CLibWebSockets"]),
        // The messages, for the server, the terminal's candidate and tests.
        .target(
            name: "Wire",
            dependencies: [
                "Interviews", "QuestionBank", "Scheduling", "Marking", "JSONWriting", "JSONReading",
            ]),
        .target(
            name: "Greenroom",
            dependencies: [
                "Marking", "QuestionBank", "Scheduling", "Interviews", "Transcripts", "Pages", "WebSockets",
                "Wire",
                "CCrypto", "CMalloc", "CQRCode",
                .product(name: "Logging", package: "swift-log"),
            ]),
        .target(
            name: "TerminalClient", dependencies: ["Wire", "Interviews", "QuestionBank", "Marking"]),
        .executableTarget(
            name: "greenroom",
            dependencies: [
                "Greenroom", "TerminalClient", "WebSockets", "Wire", "Transcripts", "Interviews",
                "QuestionBank", "Marking",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .executableTarget(name: "EchoServer", dependencies: ["WebSockets"]),
        .executableTarget(
            name: "MarkingBenchmark", dependencies: ["Marking"], path: "Tests/Benchmarks/MarkingBenchmark"),
        .executableTarget(
            name: "TranscriptBenchmark",
            dependencies: ["Pages", "Transcripts", "Interviews", "QuestionBank", "Marking"],
            path: "Tests/Benchmarks/TranscriptBenchmark"),
        .executableTarget(
            name: "AdoptionBenchmark",
            dependencies: ["Transcripts", "Interviews", "QuestionBank", "Marking"],
            path: "Tests/Benchmarks/AdoptionBenchmark"),

        .testTarget(name: "MarkingTests", dependencies: ["Marking"]),
        .testTarget(
            name: "QuestionBankTests", dependencies: ["QuestionBank", "Marking"], exclude: ["Fixtures"]),
        .testTarget(
            name: "InterviewsTests", dependencies: ["Interviews", "QuestionBank", "Marking", "Scheduling"]),
        .testTarget(name: "SchedulingTests", dependencies: ["Scheduling"], exclude: ["reference.py"]),
        .testTarget(name: "JSONWritingTests", dependencies: ["JSONWriting"]),
        .testTarget(name: "JSONReadingTests", dependencies: ["JSONReading"]),
        .testTarget(
            name: "TranscriptsTests",
            dependencies: [
                "Transcripts", "JSONWriting", "Interviews", "Scheduling", "QuestionBank", "Marking",
            ],
            exclude: ["Fixtures", "Golden"]),
        .testTarget(
            name: "PagesTests",
            dependencies: ["Pages", "Transcripts", "Interviews", "QuestionBank", "Marking"]),
        .testTarget(name: "WebSocketsTests", dependencies: ["WebSockets"]),
        .testTarget(
            name: "WireTests",
            dependencies: ["HubStage", "Wire", "Greenroom", "Interviews", "JSONWriting", "JSONReading"]),
        // A hub on a stage of its own, for the tests of all who talk to one.
        .target(
            name: "HubStage",
            dependencies: [
                "Greenroom", "Wire", "Pages", "Transcripts", "Interviews", "QuestionBank", "Marking",
                "WebSockets",
            ],
            path: "Tests/HubStage"),
        .executableTarget(name: "HubFuzz", dependencies: ["HubStage"], path: "Tests/HubFuzz"),
        // Several hubs on one log, in a time of their own.
        .target(
            name: "Simulation",
            dependencies: [
                "HubStage", "Greenroom", "Wire", "Transcripts", "Interviews", "QuestionBank", "WebSockets",
            ],
            path: "Tests/Simulation"),
        .executableTarget(name: "Simulate", dependencies: ["Simulation"], path: "Tests/Simulate"),
        .testTarget(name: "SimulationTests", dependencies: ["Simulation"]),
        .testTarget(
            name: "GreenroomTests",
            dependencies: [
                "HubStage", "Greenroom", "Wire", "Pages", "Transcripts", "Interviews", "Scheduling",
                "QuestionBank", "Marking", "WebSockets",
            ]),
        .testTarget(
            name: "TerminalClientTests",
            dependencies: [
                "HubStage", "TerminalClient", "Greenroom", "Wire", "Transcripts", "Interviews", "WebSockets",
            ]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .enableUpcomingFeature("InferIsolatedConformances"),
        .enableUpcomingFeature("ImmutableWeakCaptures"),
    ]
}
