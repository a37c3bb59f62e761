import Foundation

/// Options given in the environment.
enum Environment {
    static func string(_ name: String) -> String? {
        guard let value = ProcessInfo.processInfo.environment["GREENROOM_" + name], !value.isEmpty else {
            return nil
        }
        return value
    }

    static func integer(_ name: String) -> Int? {
        string(name).flatMap(Int.init)
    }

    /// Separated by commas.
    static func list(_ name: String) -> [String] {
        string(name)?.split(separator: ",").map(String.init) ?? []
    }
}
