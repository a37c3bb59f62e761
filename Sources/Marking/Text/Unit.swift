/// Units of measurement right after a number: `200 ms` is `200 milliseconds`, and neither is `200 seconds`.
enum Unit {
    @inline(__always)
    static func key(of word: UInt64) -> UInt64? {
        let index = table[word]
        return index < 0 ? nil : keys[Int(index)]
    }

    private static let names = [
        "ns nanosecond nanoseconds", "us microsecond microseconds", "ms msec millisecond milliseconds",
        "s sec secs second seconds", "min mins minute minutes", "h hr hrs hour hours", "d day days",
        "week weeks",
        "month months", "year years", "bit bits", "byte bytes", "kb kilobyte kilobytes",
        "mb megabyte megabytes",
        "gb gib gigabyte gigabytes", "tb terabyte terabytes", "hz hertz", "khz kilohertz", "mhz megahertz",
        "ghz gigahertz", "mm millimeter millimeters millimetre millimetres",
        "cm centimeter centimeters centimetre",
        "m meter meters metre metres", "km kilometer kilometers kilometre kilometres",
        "mg milligram milligrams",
        "g gram grams", "kg kilogram kilograms", "v volt volts", "w watt watts", "percent",
    ].map { $0.split(separator: " ").map(String.init) }

    private static let table = IndexTable(
        names.enumerated().flatMap { index, names in names.map { (Hash.of($0), Int32(index)) } })
    private static let keys = names.map { Hash.of("1 " + $0[0]) | 1 << 63 }
}
