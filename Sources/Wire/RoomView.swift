public import Interviews

/// What a room goes by, as everybody in it is told.
public struct RoomView: Hashable, Sendable, Codable {
    public var progression: RoomRules.Progression
    public var form: RoomRules.Form
    public var names: RoomRules.Names
    public var answers: RoomRules.Answers
    public var chat: Bool
    public var advances: Bool
    public var reviewSeconds: Int
    public var hasPassword: Bool

    init(_ rules: RoomRules) {
        (progression, form, names, answers) = (rules.progression, rules.form, rules.names, rules.answers)
        (chat, advances, reviewSeconds) = (rules.hasChat, rules.advances, rules.reviewSeconds)
        hasPassword = rules.passwordDigest != nil
    }
}

/// A seat as others see it.
public struct SeatView: Hashable, Sendable, Codable {
    public var seat: SeatID
    public var role: Seat.Role
    /// A spectator may have none.
    public var name: String?
    /// Whether somebody is connected who holds it.
    public var here: Bool
    /// To all but hosts a banned one is only gone.
    public var standing: Seat.Standing
    public var muted: Bool
    /// Only hosts are told.
    public var realName: String?
    /// Whose it was has deleted what they did and said; absent where that is not so.
    public var erased: Bool?

    package init(_ state: SeatState, isHere: Bool, forHosts: Bool) {
        seat = state.id
        role = state.role
        name = state.name?.text
        here = isHere
        standing = forHosts || state.standing == .present ? state.standing : .removed
        muted = state.isMuted
        realName = forHosts ? state.realName?.text : nil
        erased = state.isErased ? true : nil
    }
}
