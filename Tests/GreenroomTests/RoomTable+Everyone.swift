extension RoomTable {
    /// Where everybody answers.
    static let everyone = RoomTable(
        """
        request           who        lobby            answering        closed           shown            paused           ended

        open              all        opened
        join              seated     joined
        join              removed    joined           joined           joined           joined           joined           !ended
        join              stranger   joined           joined           joined           joined           joined           !ended
        join              banned     !banned
        resume            seated     resumed
        resume            outside    !noSuchSeat
        answer            candidate  !notAsked        answered         answered         !shown           answered         !ended
        answer            hosts      !notAllowed
        answer            spectator  !notAllowed
        answer            outside    !notSeated
        hint              candidate  !notAsked        hinted           hinted           !shown           hinted           !ended
        hint              hosts      !notAllowed
        hint              spectator  !notAllowed
        hint              outside    !notSeated
        dispute           candidate  !notDisputable   disputed         disputed         disputed         disputed         disputed
        dispute           hosts      !notAllowed
        dispute           spectator  !notAllowed
        dispute           outside    !notSeated
        reveal            candidate  !notAnswered     !notYet          !notYet          revealed         !notYet          revealed
        reveal            hosts      !notAllowed
        reveal            spectator  !notAllowed
        reveal            outside    !notSeated
        skip              hosts      !notAsked        asked            asked            asked            asked            !ended
        skip              candidate  !notAsked        skipped          skipped          !shown           skipped          !ended
        skip              spectator  !notAllowed
        skip              outside    !notSeated
        unskip            candidate  !notSkipped      !notSkipped      !notSkipped      !notSkipped      !notSkipped      !ended
        unskip            hosts      !notAllowed
        unskip            spectator  !notAllowed
        unskip            outside    !notSeated
        next              hosts      !notAsked        asked            asked            asked            asked            !ended
        next              guests     !notAllowed
        next              outside    !notSeated
        pause             hosts      !noClock         paused           !noClock         !noClock         !noClock         !ended
        pause             guests     !notAllowed
        pause             outside    !notSeated
        continue          hosts      !noClock         !noClock         !noClock         !noClock         continued        !ended
        continue          guests     !notAllowed
        continue          outside    !notSeated
        extend            hosts      !noClock         extended         extended         !shown           extended         !ended
        extend            guests     !notAllowed
        extend            outside    !notSeated
        extend-one        hosts      !noClock         extended         extended         !shown           extended         !ended
        extend-one        guests     !notAllowed
        extend-one        outside    !notSeated
        end               hosts      ended            ended            ended            ended            ended            !ended
        end               guests     !notAllowed
        end               outside    !notSeated
        paste             all        pasted
        progress          all        progressed
        forget            all        forgotten
        erase             hosts      erased
        erase             guests     erased
        erase             removed    erased
        erase             banned     erased
        erase             stranger   !notFound
        flag              all        flagged
        share             hosts      !notFound
        share             candidate  shared
        share             spectator  !notFound
        share             removed    shared
        share             banned     shared
        share             stranger   !notFound
        unshare           hosts      !notFound
        unshare           candidate  unshared
        unshare           spectator  !notFound
        unshare           removed    unshared
        unshare           banned     unshared
        unshare           stranger   !notFound
        link              all        linked
        recovery          all        recovery
        claim             all        claimed
        unlink            all        !notFound
        note              all        !notFound
        unnote            all        !notFound
        start             hosts      asked            !notInLobby      !notInLobby      !notInLobby      !notInLobby      !ended
        start             guests     !notAllowed
        start             outside    !notSeated
        close             hosts      !notAsked        closed           !nothingToChange !nothingToChange closed           !ended
        close             guests     !notAllowed
        close             outside    !notSeated
        show              hosts      !notAsked        shown            shown            !shown           shown            !ended
        show              guests     !notAllowed
        show              outside    !notSeated
        lock              hosts      locked           locked           locked           locked           locked           !ended
        lock              guests     !notAllowed
        lock              outside    !notSeated
        change-another    hosts      seats
        change-another    guests     !notAllowed
        change-another    outside    !notSeated
        change-oneself    seated     seats
        change-oneself    outside    !notSeated
        rule              hosts      !notDisputable   ruled            ruled            ruled            ruled            ruled
        rule              guests     !notAllowed
        rule              outside    !notSeated
        rule-for-all      hosts      !notDisputable   ruled            ruled            ruled            ruled            !notAsked
        rule-for-all      guests     !notAllowed
        rule-for-all      outside    !notSeated
        say               seated     said
        say               outside    !notSeated
        say-to-hosts      seated     said
        say-to-hosts      outside    !notSeated
        moderate          hosts      moderated
        moderate          guests     !notAllowed
        moderate          outside    !notSeated
        takeOver          seated     !notAllowed
        takeOver          outside    !notSeated
        undo              hosts      !nothingToChange !nothingToChange reopened         !nothingToChange !nothingToChange !ended
        undo              guests     !notAllowed
        undo              outside    !notSeated
        nudge             hosts      nudged
        nudge             guests     !notAllowed
        nudge             outside    !notSeated
        row               hosts      row
        row               guests     !notAllowed
        row               outside    !notSeated
        phrases           seated     !notYet          !notYet          !notYet          phrases          !notYet          !notYet
        phrases           outside    !notSeated
        report            hosts      roomReport
        report            candidate  !notYet          !notYet          !notYet          !notYet          !notYet          report
        report            spectator  !notYet          !notYet          !notYet          !notYet          !notYet          !notFound
        report            outside    !notSeated
        report-another    hosts      report
        report-another    guests     !notAllowed
        report-another    outside    !notSeated
        status            all        -
        addQuestion       hosts      planned          planned          planned          planned          planned          !ended
        addQuestion       guests     !notAllowed
        addQuestion       outside    !notSeated
        typeQuestion      hosts      planned          planned          planned          planned          planned          !ended
        typeQuestion      guests     !notAllowed
        typeQuestion      outside    !notSeated
        moveQuestion      hosts      planned          planned          planned          planned          planned          !ended
        moveQuestion      guests     !notAllowed
        moveQuestion      outside    !notSeated
        removeQuestion    hosts      planned          planned          planned          planned          planned          !ended
        removeQuestion    guests     !notAllowed
        removeQuestion    outside    !notSeated
        findQuestions     hosts      foundQuestions
        findQuestions     guests     !notAllowed
        findQuestions     outside    !notSeated
        tick              hosts      !notAllowed
        tick              guests     !notAsked        !notAllowed      !notAsked        !notAsked        !notAllowed      !ended
        tick              outside    !notSeated
        """)
}
