import GRDB

extension SQLiteStore {
    /// Opens the database, checks that it keeps what it is given, and brings its schema up to date.
    static func open(_ folder: DataFolder, readers: Int) throws(StoreError) -> DatabasePool {
        var configuration = Configuration()
        configuration.label = "log"
        configuration.maximumReaderCount = readers
        // Somebody may be copying the database. A candidate should hear within two seconds that an answer
        // is not kept, and may have waited for the transaction before.
        configuration.busyMode = .timeout(1)
        // A transaction that a failing disk does not even let roll back ends with its connection, not with
        // the process.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { database in
            // Who reads has the system's own cache behind it, and there are several.
            try database.execute(sql: "PRAGMA secure_delete = ON; PRAGMA cache_size = -512")
        }
        do {
            let pool = try DatabasePool(path: folder.database, configuration: configuration)
            try pool.writeWithoutTransaction { database in
                // A pool's own choice is NORMAL, which loses the latest commits in a power cut. Working the
                // log into the database holds up whoever commits next, so it is done every 4 MiB, which takes
                // some 10 ms; at 16 MiB it took 40 to 80 and was no cheaper in sum.
                try database.execute(
                    sql: """
                        PRAGMA synchronous = FULL;
                        PRAGMA cache_size = -2048;
                        PRAGMA wal_autocheckpoint = 1000;
                        PRAGMA journal_size_limit = 67108864;
                        """)
                try verifyDurability(database)
                if try migrator.hasBeenSuperseded(database) { throw StoreError.newerSchema }
            }
            try migrator.migrate(pool)
            return pool
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(error)
        }
    }

    /// Reads back the settings that the promise to lose nothing rests on. Not every file system can have a
    /// write-ahead log, and SQLite does not complain about a setting that it did not take.
    static func verifyDurability(_ database: Database) throws {
        guard try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal" else {
            throw StoreError.notDurable(setting: "journal_mode=WAL")
        }
        // 2 is FULL: https://www.sqlite.org/pragma.html#pragma_synchronous
        for (setting, value) in [("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1)] {
            guard try Int.fetchOne(database, sql: "PRAGMA \(setting)") == value else {
                throw StoreError.notDurable(setting: "\(setting)=\(value)")
            }
        }
    }
}
