/// Units of measurement right after a number: `200 ms` is `200 milliseconds`, and neither is `200 seconds`.
struct Unit {
    let key: UInt64
    let scale: Double
    let dimension: Quantity.Dimension
    /// A word like others, which may be missing: dollars, times.
    let isWord: Bool

    @inline(__always)
    static func named(_ word: UInt64) -> Unit? {
        let index = table[word]
        return index < 0 ? nil : units[Int(index)]
    }

    /// The full name of a unit after a stroke: `2/h` is two an hour.
    static func full(_ word: UInt64) -> String? {
        let index = perTable[word]
        return index < 0 ? nil : perNames[Int(index)]
    }

    static let times = Hash.of("1 x") | 1 << 63
    static let percent = Hash.of("1 percent") | 1 << 63

    private static let perNames = ["second", "minute", "hour", "day", "week", "month", "year"]
    private static let perTable = IndexTable(
        ["s sec", "min", "h hr", "d", "wk", "mo", "yr y"].enumerated().flatMap { index, names in
            names.split(separator: " ").map { (Hash.of(String($0)), Int32(index)) }
        })

    private static let names: [(String, Double, Quantity.Dimension)] = [
        ("ns nanosecond nanoseconds", 1e-9, .time), ("us microsecond microseconds", 1e-6, .time),
        ("ms msec millisecond milliseconds", 1e-3, .time),
        ("s sec secs second seconds sekunde sekunden segundo segundos", 1, .time),
        ("min mins minute minutes minuten minuto minutos", 60, .time),
        ("h hr hrs hour hours stunde stunden hora horas", 3600, .time),
        ("d day days tage tagen dias", 86400, .time),
        ("week weeks woche wochen semana semanas", 604_800, .time),
        ("month months monat monate meses", 2_592_000, .time),
        ("year years jahr jahre jahren", 31_536_000, .time),
        ("bit bits", 0.125, .bytes), ("byte bytes", 1, .bytes), ("kb kilobyte kilobytes", 1e3, .bytes),
        ("mb megabyte megabytes", 1e6, .bytes), ("gb gib gigabyte gigabytes", 1e9, .bytes),
        ("tb terabyte terabytes", 1e12, .bytes), ("hz hertz", 1, .frequency),
        ("khz kilohertz", 1e3, .frequency),
        ("mhz megahertz", 1e6, .frequency), ("ghz gigahertz", 1e9, .frequency),
        ("mm millimeter millimeters millimetre millimetres", 1e-3, .length),
        ("cm centimeter centimeters centimetre", 1e-2, .length), ("m meter meters metre metres", 1, .length),
        ("km kilometer kilometers kilometre kilometres", 1e3, .length),
        ("mg milligram milligrams", 1e-3, .mass), ("g gram grams", 1, .mass),
        ("kg kilogram kilograms", 1e3, .mass),
        ("v volt volts", 1, .none), ("w watt watts", 1, .none), ("percent prozent", 0.01, .share),
        ("x times", 1, .none), ("dollars dollar", 1, .money), ("euros euro", 1, .money),
        ("pounds", 1, .money), ("cents cent", 0.01, .money),
    ]
    private static let words: Set<String> = ["x", "dollars", "euros", "pounds", "cents"]

    private static let units = names.map { list, scale, dimension in
        let name = String(list.prefix { $0 != " " })
        return Unit(
            key: dimension == .money ? WordTable.stem(ofWord: Hash.of(name)) : Hash.of("1 " + name) | 1 << 63,
            scale: scale, dimension: dimension, isWord: words.contains(name))
    }
    private static let table = IndexTable(
        names.enumerated().flatMap { index, unit in
            unit.0.split(separator: " ").map { (Hash.of(String($0)), Int32(index)) }
        })
}
