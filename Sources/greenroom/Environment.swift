import ArgumentParser
import Foundation

/// Options given in the environment.
enum Environment {
    private static let words = [
        "1": true, "true": true, "yes": true, "0": false, "false": false, "no": false,
    ]

    static func string(_ name: String) -> String? {
        guard let value = ProcessInfo.processInfo.environment["GREENROOM_" + name], !value.isEmpty else {
            return nil
        }
        return value
    }

    static func integer(_ name: String) -> Int? {
        string(name).flatMap(Int.init)
    }

    /// A choice that is on or off.
    static func isSet(_ name: String) -> Bool {
        string(name).flatMap { words[$0.lowercased()] } ?? false
    }

    /// Separated by commas.
    static func list(_ name: String) -> [String] {
        string(name)?.split(separator: ",").map(String.init) ?? []
    }

    /// What cannot be read is not passed over: a limit that is not there protects nobody.
    static func check(integers: [String], flags: [String], levels: [String]) throws {
        for name in integers where string(name) != nil && integer(name) == nil {
            throw ValidationError("GREENROOM_\(name) takes a number.")
        }
        for name in flags where string(name).map({ words[$0.lowercased()] == nil }) == true {
            throw ValidationError("GREENROOM_\(name) takes yes or no.")
        }
        for name in levels where string(name).map({ LogLevel(rawValue: $0) == nil }) == true {
            throw ValidationError("GREENROOM_\(name) takes debug, info, warning or error.")
        }
    }
}
