import WebSockets

extension ServerSettings {
    /// Reads the browser's client into memory.
    func readClient() throws(StartError) -> StaticFiles {
        do {
            return try StaticFiles(folder: `public`)
        } catch {
            throw .client(folder: `public`, reason: "\(error)")
        }
    }
}
