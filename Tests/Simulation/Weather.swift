import HubStage

/// How much goes wrong, and how long everything takes: each of a hundred, milliseconds otherwise.
struct Weather {
    /// The longest way of a message, of a question to the log and of its answer, of news between servers.
    var (network, log, news) = (40, 8, 30)
    /// News that never arrive.
    var lostNews = 0
    /// Commits that fail, and of those the ones that are kept all the same.
    var (failedCommits, keptAllTheSame) = (0, 0)
    var failedReads = 0
    /// How often something happens to a server or to a connection, of a thousand messages.
    var (kills, breaks, jumps) = (0, 0, 0)

    /// Once all is over: nothing is lost any more, but for the news, which a second makes good.
    static let calm = Weather()

    static func drawn(_ dice: inout FuzzRandom) -> Weather {
        var weather = Weather()
        // Most of what can go wrong does so in a half of all runs, so that it meets everything else and nothing else.
        func often(_ most: Int, _ dice: inout FuzzRandom) -> Int {
            dice.below(2) == 0 ? 0 : 1 + dice.below(most)
        }
        weather.network = [5, 40, 400, 3000][dice.below(4)]
        weather.log = [1, 8, 60, 400][dice.below(4)]
        weather.news = [2, 30, 300, 4000][dice.below(4)]
        weather.lostNews = [0, 0, 20, 100][dice.below(4)]
        weather.failedCommits = often(25, &dice)
        weather.keptAllTheSame = [0, 50, 100][dice.below(3)]
        weather.failedReads = often(15, &dice)
        weather.kills = often(30, &dice)
        weather.breaks = often(60, &dice)
        weather.jumps = often(20, &dice)
        return weather
    }
}
