/// Everyday words that often stand for each other in a short answer without being synonyms: `far` and `distance`.
///
/// Too loose to hit a key point of a rubric by, but people grade leniently by them. Each group is a word and those
/// near to it; nearness goes both ways.
enum NearWords {
    static func near(_ stem: UInt64) -> [UInt64] { table[stem] ?? [] }

    private static let table: [UInt64: [UInt64]] = {
        var table: [UInt64: Set<UInt64>] = [:]
        for group in groups.split(separator: ";") {
            let keys = Tokenizer.tokens(of: String(group)).list.map(\.key).filter { $0 > 0 && $0 >> 63 == 0 }
            guard let head = keys.first else { continue }
            let opposites = WordTable.links(of: head).filter { $0.link == .antonym }.map(\.stem)
            for key in keys where key != head && !opposites.contains(key) {
                table[head, default: []].insert(key)
                table[key, default: []].insert(head)
            }
        }
        return table.mapValues { $0.sorted() }
    }()

    private static let groups = """
        big large huge great greater bigger larger giant massive enormous; small little tiny smaller littler
        fewer less few minor; more greater extra additional higher increased further; less fewer lower
        reduced smaller decreased; high higher tall taller height upper; low lower short shorter; long
        longer length lengthy lengthen extended; fast faster quick quickly quicker rapid rapidly speed
        velocity speedy; slow slower slowly slowness sluggish; far farther further distance distant away;
        near close closer nearby next beside adjacent proximity; strong stronger powerful strength hard
        force; weak weaker fragile feeble; heavy heavier weight mass weigh; light lighter lightweight lit on
        glow shine bright; hot hotter heat warm warmer temperature heated warmth; cold colder cool cooler
        chilly freezing; increase grow rise raise enlarge gain climb improve expand bigger; decrease reduce
        drop shrink diminish lessen decline fall lower shorten; same equal identical alike similar
        equivalent constant unchanged; different differ difference vary distinct unlike various dissimilar;
        change alter modify vary adjust convert turn transform become; keep hold maintain retain preserve
        stay remain store save; stay remain still keep continue constant; begin start initiate commence
        initial first; end finish stop complete conclude terminate final last; stop prevent block halt avoid
        hinder inhibit; allow let permit enable able possible; help assist support aid benefit useful; need
        require necessary must want essential; use utilize employ apply usage; make create produce build
        form generate construct cause; cause lead result produce reason due make because; give provide
        supply offer deliver yield; get obtain receive gain acquire collect gather take; take grab collect
        absorb gather remove receive; bring carry transport move transfer deliver; send transmit transfer
        forward deliver; move travel go motion moving movement flow shift; go travel move pass flow run;
        flow run travel move pass stream current circulate; pass travel move go transmit transfer; turn
        rotate spin revolve twist circle; push pull press force squeeze shove effort; put place set position
        lay insert; join connect attach link combine unite together touch; connect link attach join hook
        touch contact complete wired; separate split divide apart disconnect detach isolate gap break; gap
        break open opening hole disconnected interrupted incomplete space; open broken incomplete gap
        interrupted disconnected; closed complete connected intact unbroken whole; complete whole full
        entire closed finish; break crack damage destroy split burn broken shatter; work function operate
        run act perform go; show display reveal demonstrate indicate tell present prove; see look observe
        watch view visible notice sight; tell say state explain describe inform indicate; know understand
        learn realize recognize aware; learn discover train study find; find discover locate detect
        determine identify search figure; determine find identify decide calculate figure establish tell;
        decide choose select determine pick; choose select pick decide; think believe guess assume suppose
        predict hypothesis; predict guess forecast estimate expect prediction; test try experiment check
        investigate trial examine measure; check verify test inspect confirm validate; measure gauge
        calculate amount quantify reading; compare contrast difference relate match versus; count number
        amount quantity total sum; amount quantity number volume much level; number count amount quantity
        value; many several multiple numerous lots plenty various; all every each entire whole both; part
        piece component section portion element segment; group set collection cluster class category; type
        kind sort category class variety form; sort order arrange organize classify rank; order sequence
        arrangement sort rank; rule law principle guideline; reason cause purpose explanation why; way
        method technique manner approach procedure path; method technique approach way procedure process
        strategy; process procedure operation method; idea concept notion thought; problem issue trouble
        difficulty error fault; mistake error wrong incorrect fault; wrong incorrect false mistaken
        inaccurate bad; right correct true accurate proper; exact accurate precise correct exactly; good
        better best well great useful; bad worse poor worst harmful; easy easier simple simply effortless;
        hard difficult tough harder complex solid firm rigid stiff; soft gentle smooth weak; loud louder
        volume noise loudness; sound noise tone pitch hear; quiet soft silent quieter; vibrate shake
        vibration oscillate wave move; bright brighter light glow shine; shine light glow lit bright
        illuminate; burn fire flame heat; dark black shade shadow dim; color colour dye pigment; water
        liquid fluid wet moisture; wet moist damp soaked moisture; dry dried evaporate arid; evaporate vapor
        gas dry disappear steam; gas air vapor oxygen fume; air gas oxygen wind atmosphere breathe; bubble
        fizz gas foam react reaction; react reaction fizz bubble chemical; mix combine blend stir mixture
        merge; dissolve melt mix solution disappear; solution answer result mixture; melt dissolve liquid;
        absorb soak take suck drink; food nutrient eat nutrition feed meal; eat feed consume food chew
        digest; drink water swallow liquid; live survive life alive grow; survive live alive exist; die dead
        kill death perish; plant seed tree flower grow crop; animal creature organism insect bug; organism
        creature animal thing being; child baby young offspring kid; person human people man someone anyone
        individual user; body skin organism; protect guard safe shelter defend cover safety shield; hide
        camouflage cover blend conceal; dirt soil earth ground mud sand; rock stone mineral pebble; sand
        gravel dirt particle; earth ground world land planet; sun sunlight light solar; river stream water
        creek; mountain hill elevation slope; steep slope incline hill; elevation height altitude high;
        bottom below under lower base sink down; top above upper over surface up; under below beneath
        underneath; over above across beyond; in inside within into interior; out outside external exit;
        middle center centre between; edge side border end corner; side edge end face; surface top face
        outside area; area region space size surface; space room area gap; room space chamber; box square
        cube container; container cup jar vessel bowl box bottle; square box rectangle block; line string
        row stripe straight; round circle circular ball; circle ring round loop; loop circuit cycle path
        iteration circle; path route way track road trail pathway; circuit loop path connection; battery
        cell power source energy; power energy electricity electric strength current; energy power
        electricity force fuel; electricity electric current power electrical charge energy; current
        electricity flow; wire cable cord line; bulb lamp light; terminal end connector; positive plus;
        negative minus; state condition status situation; condition state circumstance situation; metal iron
        steel aluminum; magnet magnetic attract stick; attract pull stick; stick attach attract adhere hold;
        stretch pull extend longer elastic; tight tighter tense tension stretch; loose slack relaxed;
        tension tight stretch; weight heavy load mass parameter coefficient; load weight burden work; lift
        raise pick carry pull; fall drop sink down; sink drop bottom fall settle; float rise surface; settle
        sink bottom deposit fall; layer level sheet stage tier; level layer height stage amount; stage phase
        step level; step stage phase action; rate speed frequency ratio; ratio proportion fraction rate;
        percent proportion fraction share; average mean typical; size big large amount length magnitude
        dimension; shape form structure figure; structure form shape architecture organization; form shape
        create structure; old older ancient age; new fresh recent newer novel; young new baby; early earlier
        before first; late later after; before prior earlier previous; after later following next then; time
        period duration moment long; often frequently common usually; always constantly constant every;
        again repeat repeatedly another; repeat again redo iterate duplicate; copy duplicate replicate
        reproduce; common usual general shared typical; special specific unique particular; important main
        key significant essential major; main primary major principal important; certain sure specific
        particular; random chance arbitrary randomly; likely probable probability chance possible; possible
        can able potential; control constant regulate manage variable; variable factor value condition;
        factor variable cause element; fair equal same just; data information fact evidence record;
        information data knowledge detail; fact information evidence truth; evidence proof data clue fact;
        record write note log; write record note draw; picture image drawing diagram photo; diagram picture
        schematic drawing; map chart diagram; model representation pattern; represent show stand mean
        symbolize; mean represent indicate signify average; name call term label; word term name; sign
        symbol mark label indicator; mark score grade label sign; tool device instrument machine; machine
        device computer engine; device machine gadget tool host; computer machine host node system; network
        net system connection; node point station host computer unit neuron; station node host computer
        client; packet message frame data datagram; message packet information data signal; frame packet
        message; signal message pulse wave; channel medium link line; medium channel material; link
        connection connect edge; protocol rule standard; header field overhead; field area column; sender
        source transmitter sending origin; receiver destination recipient target receiving; source origin
        sender start beginning; destination target receiver goal; goal target aim purpose objective; purpose
        goal function reason aim intent; function purpose role job; job task work role; error mistake loss
        fault wrong; loss lose error lost drop; lost missing lose dropped loss; missing absent lack without
        lost; collision conflict crash collide interfere; wait delay pause idle queue; delay wait latency
        late lag pause; queue buffer line wait; buffer queue memory cache store; memory storage remember
        store ram; store save keep memory hold; save store keep preserve; full filled complete capacity
        overflow; empty blank vacant nothing; free available idle unused; busy occupied used active; share
        divide split common; distribute spread divide share allocate; spread distribute expand scatter;
        throughput bandwidth speed rate; bandwidth capacity throughput; capacity ability volume size;
        ability able capability can capable; cost price expense expensive; expensive costly cost; cheap
        inexpensive low; efficient fast quick optimal effective; effective efficient useful successful;
        optimal best ideal optimum; best optimal maximum most; maximum most highest peak largest; minimum
        least lowest smallest; limit bound restrict maximum threshold; threshold limit bias; parameter
        weight variable setting; input feed enter data; output result response outcome; result outcome
        effect output conclusion; effect result impact influence outcome; affect influence impact change
        effect; response answer reply reaction output; reply answer respond response; ask request query
        question; request ask demand query; neuron node cell unit; unit node element neuron component; brain
        mind head; connection link synapse weight; update adjust change modify correct; adjust change update
        modify tune adapt; adapt adjust change fit learn; fit match suit adapt; example instance sample case
        pattern; sample example case instance; case instance example situation; pattern example sample shape
        design; class category group type; classify categorize sort group label identify; label tag class
        mark name; recognize identify detect know; training learning teach learn; teach train instruct
        supervise; supervised teacher labeled; general overall broad generalize; expand grow extend spread
        enlarge; extend expand lengthen stretch longer; add include append plus extra; include contain have
        involve comprise consist; contain hold include have; consist comprise contain compose; remove delete
        eliminate take discard; delete remove erase discard; replace substitute exchange swap change;
        exchange swap trade switch; switch change toggle flip; reach arrive achieve attain get; arrive reach
        come get; achieve reach attain accomplish obtain; return back come; leave depart exit go; enter come
        input go; follow obey after next; ignore neglect skip drop; accept receive take allow; reject refuse
        deny decline drop; agree match same consistent; match correspond equal agree fit; depend rely based;
        base basis foundation ground; direct straight immediate; straight direct line linear; curve bend
        curved nonlinear; bend curve fold flex flexible; fold bend wrinkle; smooth even flat polished; flat
        level even horizontal; rough uneven coarse; sharp pointed spiky; scratch mark scrape hardness; rub
        scratch scrape friction; friction rub resistance; resist oppose resistance; oppose against resist;
        effort force work energy strength; force push pull strength power effort; pressure force press;
        press push squeeze; throw toss launch; hit strike bump collide tap; touch contact feel; feel touch
        sense; sense feel detect; hear listen sound; smell odor scent; taste flavor sweet; sweet sugar; salt
        salty; acid vinegar sour; chemical substance reaction; substance material chemical matter thing;
        material substance matter stuff; matter material substance; object thing item body; item object
        thing element; property characteristic trait feature attribute quality; feature attribute
        characteristic property trait; trait characteristic feature property inherit; quality property
        characteristic standard; describe explain tell detail; explain describe reason tell; detail specific
        information description; clear transparent obvious visible; obvious clear evident; unknown unclear
        uncertain; unsure uncertain unknown; safe secure protected; secure safe protected; danger dangerous
        harmful risk; risk danger chance; harm hurt damage injure; hurt harm injure pain; fix repair solve
        correct; solve fix answer resolve; improve better enhance increase optimize; worsen worse degrade;
        grow develop increase bigger mature; develop grow create build; design plan create architecture;
        plan design intend schedule; schedule plan time; assign allocate give set; address location place
        ip; location place position where spot; place location position spot site; position location place
        spot; direction way course; toward direction forward; forward ahead front; back backward behind
        return reverse; reverse opposite backward invert; opposite contrary reverse different; local near
        nearby; global whole overall world; individual single separate each; single one individual alone
        only; alone single individual independent; independent separate alone individually; together
        combined jointly joint both; double twice two; half middle partial; partial incomplete part some;
        whole entire complete all total; total whole sum entire; sum total add; multiply product times;
        divide split separate; equal same even identical; greater larger bigger more
        """
}
