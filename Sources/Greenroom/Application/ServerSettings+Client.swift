import WebSockets

extension ServerSettings {
    /// Reads the browser's client into memory.
    func readClient() throws(StartError) -> StaticFiles? {
        guard let `public` else { return nil }
        do {
            return try StaticFiles(folder: `public`)
        } catch {
            throw .client(folder: `public`, reason: "\(error)")
        }
    }
}
