extension Difficulty {
    /// The difficulty that a word or sign of a document says.
    init?(saying text: String) {
        let key = text.lowercased()
        if key.contains("easy") || key.contains("beginner") || key.contains("junior") || key.contains("basic")
        {
            self = .easy
        } else if key.contains("medium") || key.contains("intermediate") || key.contains("regular") {
            self = .medium
        } else if key.contains("hard") || key.contains("expert") || key.contains("advanced")
            || key.contains("senior")
            || key.contains("difficult")
        {
            self = .hard
        } else {
            return nil
        }
    }

    /// The difficulty that emoji behind a question say: 👶, ⭐, 🚀, or one to five stars.
    init?(signs text: String) {
        var stars = 0
        for scalar in text.unicodeScalars where scalar.value >= 0x2B50 {
            switch scalar {
            case "👶", "🟢":
                self = .easy
                return
            case "🚀", "🔴":
                self = .hard
                return
            case "🟡":
                self = .medium
                return
            case "⭐": stars += 1
            default: break
            }
        }
        guard stars > 0 else { return nil }
        self = stars >= 4 ? .hard : .medium
    }
}
