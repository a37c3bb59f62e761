import FoundationEssentials
import Transcripts

extension ServerSettings {
    /// What readers have flagged is kept in the data folder even where a database keeps the log.
    func makeDataFolder() throws(StoreError) {
        guard database != nil else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .notWritable(folder: data)
        }
    }
}
