/// The few pictures of a page. All stand beside a word that says the same.
enum Pictures {
    /// The same strokes as the client's.
    static func icon(_ name: Name) -> HTML {
        h(
            "svg",
            [
                "class": "icon icon-\(name.rawValue)", "viewBox": "0 0 20 20", "aria-hidden": "true",
                "focusable": "false",
            ],
            name.strokes.map { h("path", ["d": $0]) })
    }

    enum Name: String {
        case hit, partial, missed, contradicted, avoided, held

        fileprivate var strokes: [String] {
            switch self {
            case .hit, .avoided: ["M4.5 10.5l3.5 3.5 7.5-8"]
            case .partial: ["M4.5 10h11"]
            case .missed: ["M10 4.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11z"]
            case .contradicted: ["M5.5 5.5l9 9", "M14.5 5.5l-9 9"]
            case .held: ["M10 4.5v7", "M10 15v.2"]
            }
        }
    }

    /// A bar filled to a share, 0...1.
    static func bar(_ share: Double, _ name: String = "bar") -> HTML {
        let width = (min(1, max(0, share)) * 1000).rounded() / 10
        return h(
            "svg",
            [
                "class": name, "viewBox": "0 0 100 8", "preserveAspectRatio": "none", "aria-hidden": "true",
                "focusable": "false",
            ],
            h("rect", ["class": "bar-all", "x": "0", "y": "0", "width": "100", "height": "8"]),
            h("rect", ["class": "bar-share", "x": "0", "y": "0", "width": "\(width)", "height": "8"]))
    }
}
