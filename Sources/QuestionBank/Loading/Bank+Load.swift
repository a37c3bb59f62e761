import FoundationEssentials

extension Bank {
    /// Reads every document below the folders, in the order of the folders and of the files' paths.
    ///
    /// Hidden files and what is no document are passed over. A file that can't be read becomes a problem of the result;
    /// only a missing folder, or no question at all, is an error.
    public static func load(folders: [String]) throws(BankError) -> LoadedBank {
        var merger = BankMerger()
        for folder in folders { try read(folder) { merger.add($0) } }
        let loaded = merger.finish()
        guard !loaded.bank.questions.isEmpty else {
            let problems = loaded.problems.filter { $0.severity == .error }
            throw problems.isEmpty ? .empty(folders) : .invalid(problems)
        }
        return loaded
    }

    /// Reads every document below the folder, or the one file, and hands over one after the other, so that none need
    /// be kept.
    public static func read(_ path: String, _ body: (DocumentReading) -> Void) throws(BankError) {
        for file in try BankFiles.list(path) {
            guard let bytes = BankFiles.bytes(of: file.path) else { throw .unreadable(file.path, nil) }
            body(readDocument(bytes, name: file.name, folder: file.folder))
        }
    }
}

/// The documents of a folder.
enum BankFiles {
    struct File {
        /// Where it lies.
        var path: String
        /// Its path within the folder.
        var name: String
        /// The folder's own name.
        var folder: String?
    }

    static func bytes(of path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path).map { [UInt8]($0) }
    }

    static let endings: Set<String> = [
        "md", "markdown", "txt", "csv", "tsv", "json", "jsonl", "ndjson", "apkg", "html", "htm", "xhtml",
        "ipynb", "gift",
        "xml", "org", "adoc", "asciidoc", "rst", "yaml", "yml",
    ]

    static func list(_ path: String) throws(BankError) -> [File] {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .folderMissing(path)
        }
        guard isFolder else {
            let parts = path.split(separator: "/").map(String.init)
            return [File(path: path, name: parts.last ?? path, folder: parts.dropLast().last)]
        }
        let base = name(of: path)
        var files: [File] = []
        var pending = [""]
        while let relative = pending.popLast() {
            let here = relative.isEmpty ? path : path + "/" + relative
            guard let entries = try? FileManager.default.contentsOfDirectory(atPath: here) else {
                throw .unreadable(here, nil)
            }
            for entry in entries where !entry.hasPrefix(".") {
                let name = relative.isEmpty ? entry : relative + "/" + entry
                var isFolder = false
                guard FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder) else {
                    continue
                }
                if isFolder {
                    if name.utf8.count < 1000 { pending.append(name) }
                } else if let dot = entry.lastIndex(of: "."),
                    endings.contains(entry[entry.index(after: dot)...].lowercased())
                {
                    files.append(File(path: path + "/" + name, name: name, folder: base))
                }
            }
        }
        return files.sorted { $0.name < $1.name }
    }

    private static func name(of path: String) -> String? {
        let parts = path.split(separator: "/").filter { $0 != "." }
        if let last = parts.last, last != ".." { return String(last) }
        return FileManager.default.currentDirectoryPath.split(separator: "/").last.map(String.init)
    }
}
