// The function words of the languages beside English, folded as all words are.
extension WordClass {
    static let germanLists: [(String, WordClass)] = [
        ("der die das dem den des ein eine einen einem einer eines", [.stop, .determiner, .article]),
        (
            """
            dieser diese dieses diesem diesen jeder jede jedes jedem jeden alle aller allen alles einige manche solche
            beide beiden mehrere
            """, [.stop, .determiner]
        ),
        (
            """
            er es sie ihm ihr ihn ihnen ich mich mir wir uns du dich dir man sich sein seine seinen seinem seiner ihre
            ihren ihrem ihrer ihres mein meine meinen unser unsere unseren deren dessen
            """, [.stop, .pronoun]
        ),
        (
            """
            ist sind war waren sei bin wird werden wurde wurden worden hat haben hatte hatten kann konnen konnte konnten
            muss mussen musste soll sollen sollte sollten darf durfen mag mochte habe wurde lasst lassen
            """, [.stop, .auxiliary]
        ),
        (
            """
            von vom in im ins an am ans auf aufs fur mit zu zum zur bei beim nach vor uber unter zwischen durch aus um
            gegen als wie bis seit wegen pro je hinter neben
            """, [.stop, .preposition]
        ),
        ("und oder sowie bzw beziehungsweise", [.stop, .conjunction]),
        (
            "aber jedoch sondern obwohl obgleich weil denn wahrend hingegen dagegen deshalb daher deswegen somit",
            [.stop, .conjunction, .breaker]
        ),
        ("da wenn falls sobald wo welche welcher welches wer dann sonst sodass damit", [.stop, .breaker]),
        (
            """
            dass ob was wie warum wieso auch sehr ganz noch schon mal ja eben etwa so hier dort dabei dazu davon daran
            darauf daraus darin dafur hierbei hier also etwas selbst immer wieder nun jetzt doch usw
            """, .stop
        ),
        ("nur bloss lediglich allein", [.stop, .limiter]),
        ("nicht nie niemals", [.stop, .negator, .late]),
        (
            "kein keine keinen keinem keiner keines ohne weder kaum nichts niemand nirgends nirgendwo",
            [.stop, .negator]
        ),
        ("ohne", [.supposing, .takingBack]),
        ("falsch inkorrekt", [.negator, .judging, .takingBack]),
        ("wahr richtig fall korrekt", .verdict),
        ("es wir sie er ich du man", .subject),
        ("weiss", .knownOpener),
        ("nicht", .known),
        ("ahnung", .idea),
        ("keine", .ideaOpener),
        ("statt anstatt anstelle", [.stop, .contrast]),
        (
            """
            mehr weniger viel viele wenig gross grosse grossen klein kleine kleinen gut gute neu neue neuen alt alte gibt
            geben macht machen nutzt nutzen verwendet verwenden benutzt benutzen kommt kommen geht gehen bleibt bleiben
            steht stehen liegt liegen heisst bedeutet braucht brauchen sagt sagen sieht sehen zeigt zeigen findet finden
            zeit teil beispiel wert werte anders ander andere anderen ersten erste zuerst hoch hohe niedrig einfach genau
            gleich gleiche gleichen wichtig moglich zahl
            """, .everyday
        ),
        ("the of and is are that with for this it be by which from have can they", .foreign),
    ]

    static let spanishLists: [(String, WordClass)] = [
        ("el la los las un una unos unas", [.stop, .determiner, .article]),
        (
            """
            este esta estos estas ese esa esos esas cada todo toda todos todas algun alguna algunos algunas otro otra
            otros otras varios varias ambos ambas
            """, [.stop, .determiner]
        ),
        (
            """
            se le les lo me nos te yo ella ellos ellas nosotros usted ustedes su sus mi mis tu tus nuestro nuestra esto
            eso ello uno
            """, [.stop, .pronoun]
        ),
        (
            """
            es son era eran fue fueron ser sido siendo estan estar ha han haber habia hay he hemos puede pueden poder
            podria podemos debe deben deberia va van tiene tienen tener
            """, [.stop, .auxiliary]
        ),
        (
            "de del en a al por para con sobre entre hasta desde hacia segun durante como contra mediante tras",
            [.stop, .preposition]
        ),
        ("y e o u", [.stop, .conjunction]),
        ("ni", [.stop, .conjunction, .negator]),
        ("pero sino aunque porque pues mientras", [.stop, .conjunction, .breaker]),
        ("si cuando donde quien cual cuales entonces ya", [.stop, .breaker]),
        ("que muy tambien asi aun aqui ahi alli luego tan bien etc ejemplo mismo misma", .stop),
        ("solo solamente unicamente", [.stop, .limiter]),
        (
            "no nunca jamas sin ningun ninguna ninguno nada nadie tampoco apenas",
            [.stop, .negator]
        ),
        ("sin", [.supposing, .takingBack]),
        ("falso incorrecto", [.negator, .judging, .takingBack]),
        ("cierto verdad correcto verdadero caso", .verdict),
        ("nosotros yo ella ellos", .subject),
        ("recuerdo", .known),
        ("no", .knownOpener),
        ("idea", .idea),
        ("ni", .ideaOpener),
        ("lugar vez", [.contrast, .comparing]),
        (
            """
            mas menos mucho mucha muchos muchas poco poca pocos gran grande grandes pequeno pequena bueno buena nuevo
            nueva hace hacer hacen usa usar usan da dar dan queda quedan sigue llega dice decir ve ver significa necesita
            necesitan tiempo parte valor valores primero primera mejor peor mayor menor igual forma manera cosa numero
            """, .everyday
        ),
        ("the of and is are that with for this it by which from have can they to", .foreign),
    ]
}
