public import Logging
import Transcripts
import WebSockets
import Wire

extension ServerSettings {
    /// Every setting by its option's name, as it holds.
    public var effective: [(name: String, value: String)] {
        let reach = Self.isOfThisMachine(host) ? "this machine only" : "others can connect"
        var names = hosts.joined(separator: ", ")
        if names.isEmpty {
            names = Self.isOfThisMachine(host) ? "of this machine" : "none: numeric addresses only"
        }
        let proxies =
            trustedProxies.isEmpty
            ? "this machine" : trustedProxies.map(\.description).joined(separator: ", ")
        return [
            ("--host", "\(host) (\(reach))"),
            ("--port", "\(port)"),
            ("--bank", banks.isEmpty ? "built in" : banks.joined(separator: ", ")),
            ("--data", data),
            ("--store", database.map(\.description) ?? "in the data folder"),
            ("--public", `public` ?? "none"),
            ("--tls-cert", tls?.certificate ?? "none"),
            ("--tls-key", tls?.key ?? "none"),
            ("--allow-host", names),
            ("--behind-proxy", isBehindProxy ? "yes" : "no"),
            ("--trusted-proxy", isBehindProxy ? proxies : "none"),
            ("--insecure", allowsInsecure ? "yes" : "no"),
            ("--connections-per-address", "\(connectionsPerAddress)"),
            ("--hosting", hosting.kind.rawValue),
            ("--keep", keptDays.map { "\($0)d" } ?? "for ever"),
            ("--rate-factor", "\(rateFactor)"),
            ("--metrics-port", metrics.map { "\($0.port) on \($0.host)" } ?? "none"),
        ]
    }

    /// Throws what would keep a server from starting with these settings, as far as can be seen without starting:
    /// neither its port nor its data folder nor its database is touched.
    public func check(logger: Logger) throws(StartError) {
        let found = unsafe
        guard found.isEmpty else { throw .unsafe(found) }
        _ = try BankFolders(paths: banks, logger: logger).load()
        _ = try readClient()
        guard let tls else { return }
        do {
            try tls.check()
        } catch {
            throw .loop(.certificate(error))
        }
    }
}
