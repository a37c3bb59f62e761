extension RoomTable {
    static let momentsOfTheHotSeat: [Moment] = [.answering, .closed, .shown]

    /// What is otherwise where one answers and the others follow.
    static let hotSeat = RoomTable(
        """
        request           who        answering        closed           shown

        answer            follower   !notAllowed      !notAllowed      !shown
        hint              follower   !notAllowed      !notAllowed      !shown
        dispute           follower   !notDisputable   !notDisputable   !notDisputable
        skip              follower   !notAllowed      !notAllowed      !shown
        tick              follower   ticked           !notAsked        !notAsked
        tick              spectator  ticked           !notAsked        !notAsked
        """, moments: momentsOfTheHotSeat)
}
