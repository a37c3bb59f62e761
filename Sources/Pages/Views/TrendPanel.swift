import QuestionBank
import Transcripts

/// How a topic went, as a sentence and a line.
struct TrendPanel {
    let layout: Layout
    let trend: TopicTrend

    private var texts: any Texts { layout.texts }

    /// In hundredths of the picture's own unit.
    private static let size = (width: 420.0, height: 110.0, left: 46.0, right: 8.0, top: 8.0, bottom: 8.0)

    func html(linked: Bool) -> HTML {
        let steps = trend.steps
        let sentence = texts.trend(
            steps.count, from: steps.first?.coverage ?? 0, to: steps.last?.coverage ?? 0)
        return h(
            "section", ["class": "trend panel", "aria-label": texts.trendOf(trend.topic.title)],
            h(
                "div", [:],
                h("h2", ["dir": "auto"], HTML(trend.topic.title)), h("p", ["class": "note"], HTML(sentence)),
                linked
                    ? h(
                        "p", [:],
                        h("a", ["href": layout.link(Address.topic(trend.topic.id))], HTML(texts.aboutTopic)))
                    : nil), picture)
    }

    private var picture: HTML {
        let size = Self.size
        let (width, height) = (size.width - size.left - size.right, size.height - size.top - size.bottom)
        let steps = trend.steps
        func x(_ index: Int) -> Double {
            size.left + (steps.count > 1 ? width * Double(index) / Double(steps.count - 1) : width)
        }
        func y(_ share: Double) -> Double { size.top + height * (1 - min(1, max(0, share))) }
        func text(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
        let lines = [1.0, 0.5, 0.0].map { share in
            h(
                "line",
                [
                    "class": "grid", "x1": text(size.left), "x2": text(size.width - size.right),
                    "y1": text(y(share)), "y2": text(y(share)),
                ])
                + h("text", ["x": "0", "y": text(y(share) + 4)], HTML(texts.percent(share)))
        }
        let points = steps.enumerated().map { "\(text(x($0.offset))),\(text(y($0.element.coverage)))" }
        let dots = steps.enumerated().map { index, step in
            let isLast = index == steps.count - 1
            return h(
                "circle", ["cx": text(x(index)), "cy": text(y(step.coverage)), "r": isLast ? "5" : "2.5"])
        }
        return h(
            "svg",
            [
                "class": "trend-line", "viewBox": "0 0 \(Int(size.width)) \(Int(size.height))", "role": "img",
                "aria-label": texts.trendOf(trend.topic.title),
            ],
            lines + [h("polyline", ["points": points.joined(separator: " ")])] + dots)
    }
}
