/// What every response carries, whatever its status.
public struct SecurityHeaders: Sendable, Equatable {
    /// Everything from ourselves, nothing inline, no frames around us.
    public var contentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; "
        + "form-action 'self'; frame-ancestors 'none'"
    /// The microphone is for dictation; the rest of a browser's devices is not for us.
    public var permissionsPolicy =
        "microphone=(self), camera=(), geolocation=(), display-capture=(), payment=(), usb=(), "
        + "serial=(), bluetooth=(), midi=()"
    /// One year, with TLS only (RFC 6797 §6.1.1).
    public var strictTransportSecurity = "max-age=31536000"

    public init() {}

    func headers(isSecure: Bool) -> [HTTPHeader] {
        var headers = [
            HTTPHeader("content-security-policy", contentSecurityPolicy),
            HTTPHeader("x-content-type-options", "nosniff"),
            HTTPHeader("referrer-policy", "no-referrer"),
            HTTPHeader("cross-origin-opener-policy", "same-origin"),
            HTTPHeader("cross-origin-resource-policy", "same-origin"),
            HTTPHeader("permissions-policy", permissionsPolicy),
        ]
        if isSecure { headers.append(HTTPHeader("strict-transport-security", strictTransportSecurity)) }
        return headers
    }
}
