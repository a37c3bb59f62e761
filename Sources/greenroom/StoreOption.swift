import ArgumentParser
import Transcripts

/// `--store`, and GREENROOM_STORE
enum StoreOption {
    static let help: ArgumentHelp = """
        postgresql://USER@HOST/DATABASE: keep transcripts on that server, which several may share; its password stands \
        in PGPASSWORD or the file that PGPASSFILE names. (default: SQLite, in the folder of --data)
        """

    /// - Returns: `nil` where the data folder keeps the log.
    static func address(_ given: String?) throws -> PostgreSQLAddress? {
        guard let text = given ?? Environment.string("STORE") else { return nil }
        guard let address = try? PostgreSQLAddress(url: text) else {
            throw ValidationError("--store takes postgresql://USER@HOST/DATABASE.")
        }
        guard given == nil || !address.hasPassword else {
            throw ValidationError(
                "--store holds a password, which others on this machine could see; give it in PGPASSWORD.")
        }
        return address
    }

    static func place(_ given: String?, data: String) throws -> LogPlace {
        try address(given).map(LogPlace.postgreSQL) ?? .folder(data)
    }
}
