/// Powers without the C library, whose last digit differs between machines.
enum Power {
    /// x to the power of 0.6, for x in 0...1, by Newton's method on y⁵ = x³.
    static func sixTenths(_ x: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        let cube = x * x * x
        var y = x.squareRoot()
        for _ in 0..<5 {
            let fourth = y * y * y * y
            y = 0.8 * y + 0.2 * cube / fourth
        }
        return y
    }
}
