import Transcripts

/// Writes metrics in Prometheus' text format, version 0.0.4.
struct MetricsText {
    private(set) var text = ""

    enum Kind: String { case counter, gauge, histogram }

    /// A metric of one value.
    mutating func add(_ kind: Kind, _ name: String, _ help: String, _ value: some MetricValue) {
        announce(kind, name, help)
        text += "\(name) \(value)\n"
    }

    /// A metric with one label; in the order of the label's values, so that two scrapes compare.
    mutating func add(
        _ kind: Kind, _ name: String, _ help: String, by label: String, _ values: [String: some MetricValue]
    ) {
        announce(kind, name, help)
        for (value, number) in values.sorted(by: { $0.key < $1.key }) {
            text += "\(name){\(label)=\"\(Self.escaped(value))\"} \(number)\n"
        }
    }

    mutating func add(_ name: String, _ help: String, _ histogram: DurationHistogram) {
        announce(.histogram, name, help)
        var soFar = 0
        for (bound, count) in zip(DurationHistogram.bounds, histogram.counts) {
            soFar += count
            text += "\(name)_bucket{le=\"\(bound)\"} \(soFar)\n"
        }
        text += "\(name)_bucket{le=\"+Inf\"} \(histogram.count)\n"
        text += "\(name)_sum \(histogram.sum)\n\(name)_count \(histogram.count)\n"
    }

    private mutating func announce(_ kind: Kind, _ name: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}

/// A number as the format writes it.
protocol MetricValue: CustomStringConvertible {}
extension Int: MetricValue {}
extension UInt64: MetricValue {}
extension Double: MetricValue {}
