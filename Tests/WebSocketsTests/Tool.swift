import Foundation

/// A program of the system, asked as a second opinion.
enum Tool {
    struct Failed: Error { var tool: String }

    static func run(_ name: String, _ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments
        let (toTool, fromTool) = (Pipe(), Pipe())
        process.standardInput = toTool
        process.standardOutput = fromTool
        process.standardError = FileHandle.nullDevice
        try process.run()
        try toTool.fileHandleForWriting.write(contentsOf: Data(input))
        try toTool.fileHandleForWriting.close()
        let output = try fromTool.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(tool: name) }
        return Array(output)
    }
}
