import Glibc
import WebSockets

// Sends back what it is sent, text and binary, up to 16 MiB a message: for protocol test suites and load
// generators.

guard let options = EchoOptions(CommandLine.arguments.dropFirst()) else {
    print("usage: echo-server --port N [--address A] [--tls-cert FILE --tls-key FILE]")
    exit(2)
}
do {
    let loop = try Loop(options.configuration, handler: EchoHandler())
    stopOnSignals(loop.control)
    let host = options.address.contains(":") ? "[\(options.address)]" : options.address
    print("echo-server: \(options.scheme)://\(host):\(loop.port)/")
    fflush(nil)
    loop.run()
} catch {
    print("echo-server: \(error)")
    exit(1)
}
