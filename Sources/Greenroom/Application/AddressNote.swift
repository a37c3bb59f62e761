import Foundation

/// Where the server on a data folder can be reached, left in the folder for whoever finds it taken.
public enum AddressNote {
    private static let name = "address"

    /// What the last server on the folder left; it may be gone.
    public static func read(in folder: String) -> String? {
        guard let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8) else { return nil }
        let address = text.prefix { !$0.isNewline }
        return address.hasPrefix("http") && address.utf8.count <= 300 ? String(address) : nil
    }

    static func leave(_ address: String, in folder: String) {
        try? Data((address + "\n").utf8).write(
            to: URL(fileURLWithPath: folder + "/" + name), options: .atomic)
    }

    static func remove(from folder: String) {
        try? FileManager.default.removeItem(atPath: folder + "/" + name)
    }
}
