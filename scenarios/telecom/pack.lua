-- The telecom pack: what every scenario beside it shares.
--
-- It holds the curriculum (eight chapters, 32 sections, 183 behaviours), the critical faults that end an exam, the
-- replies at hand in every turn, and the certification ladder. The curriculum follows a Chinese handbook on service in
-- telecoms, "the guide", in our own words. Whatever the guide asserts is worded as its assertion: no figure, standard
-- or report here has been checked, and none is a badge of compliance. The Chinese of every text is in locale/zh.po.

pack {
    id = "telecom",
    title = "Service and communication in telecoms",
    edition = "2025.1",
    source_language = "en",
    languages = { "en", "zh" },

    -- Words (en) or characters (zh) a minute. The guide states 120 to 150 characters a minute for the agent; the other
    -- rates are ours.
    rate = {
        en = { agent = 150, customer = 160 },
        zh = { agent = 135, customer = 240 },
    },

    -- Courtesy words, by which the checker's test-wise guesser picks the politest card.
    polite = {
        en = { "please", "thank you", "thanks", "sorry", "apologise", "apologies", "welcome", "hello", "kindly",
               "grateful", "appreciate", "may I", "could you", "would you", "sir", "madam" },
        zh = { "请", "您", "谢谢", "感谢", "抱歉", "对不起", "不好意思", "劳驾", "辛苦了", "欢迎" },
    },
}

-- Pass marks in per cent; silence costs patience after so many seconds.
defaults {
    pass = { listening = 60, empathy = 60, resolution = 60 },
    exam_mark = 60,
    silence = { after = 20, patience = -5 },
}

-- A behaviour feeds one score. `tag` marks those that exercise it directly; a `professional` behaviour is a matter of
-- the trade that fits none of the three well and feeds the nearest.

-- -------------------------------------------------------------------------------------------------------------------
-- Chapter 1. Service mindset and basics
-- -------------------------------------------------------------------------------------------------------------------

section "1.1" {
    title   = "Why service matters in telecoms",
    says    = "The guide states that service is part of the product: it is what customers judge the company by, and \z
               what makes them stay. It asks for service that starts from the user, and names three things \z
               customers still complain of: how fast they are answered, how fast the matter is solved, and how they \z
               are cared for afterwards.",
    sources = "The guide’s own citations, not checked by us: ‘Report on the Development of China’s Telecom Industry \z
               2023’ from China’s communications industry association, for more than a billion users and a \z
               satisfaction index among the leading sectors; ‘Telecom Customer Service Standard (2023 edition)’ for \z
               the user-centred principle; ‘Customer Service Process Rules’ and ‘Customer Service Satisfaction \z
               Assessment System’. The guide states, without naming a source, that the complaint rate fell by 5.2% \z
               in 2023.",
}

behaviour "1.1-a" { section = "1.1", score = "resolution", professional = true,
    strong  = "Starts from what the customer needs to be able to do and fits the service to it.",
    mistake = "Starts from the company’s convenience, its rules or this month’s sales target." }

behaviour "1.1-b" { section = "1.1", score = "resolution", tag = "R",
    strong  = "Gives a time or a next step for all three: the answer, the solution and the care that follows.",
    mistake = "Treats a quick, friendly answer as if it were the whole service." }

behaviour "1.1-c" { section = "1.1", score = "resolution", professional = true,
    strong  = "Keeps to the written standard that every customer gets, and can say what it provides next.",
    mistake = "Makes a private exception or invents a rule that the next colleague cannot honour." }

behaviour "1.1-d" { section = "1.1", score = "empathy", professional = true,
    strong  = "Speaks for the company and owns its part, because service is what builds trust.",
    mistake = "Blames another department, or stands apart from the company as if it were someone else’s." }

section "1.2" {
    title   = "Principles and techniques of communication",
    says    = "The guide names five principles of communication, five techniques and five errors to avoid. It asks \z
               the agent to listen first, to be brief and exact, to answer the person as well as the matter, and to \z
               stay in touch until the result is known. The errors it names are passing over the mood, relying on \z
               one channel, giving no feedback, using too many terms and having no clear aim.",
    sources = "The guide gives no figures here and names no source.",
}

behaviour "1.2-a" { section = "1.2", score = "listening", tag = "L",
    strong  = "Lets the customer finish and holds back a conclusion until then.",
    mistake = "Interrupts, or has a diagnosis ready after the first sentence." }

behaviour "1.2-b" { section = "1.2", score = "resolution", tag = "R",
    strong  = "Says briefly and exactly what will be done and how, so that the customer knows.",
    mistake = "Stays vague (‘it should be sorted soon’) or builds a wall of terms." }

behaviour "1.2-c" { section = "1.2", score = "empathy", tag = "E",
    strong  = "Answers the customer’s mood and position as well as the matter.",
    mistake = "Deals with the problem as if no person were attached to it." }

behaviour "1.2-d" { section = "1.2", score = "listening", tag = "L",
    strong  = "Checks during the contact whether the proposal suits the customer, and changes it if it does not.",
    mistake = "Carries on with the first plan whatever the customer says." }

behaviour "1.2-e" { section = "1.2", score = "resolution", professional = true,
    strong  = "Explains a technical term in the same breath as using it.",
    mistake = "Sounds expert and is misunderstood." }

behaviour "1.2-f" { section = "1.2", score = "resolution", tag = "R",
    strong  = "Contacts the customer before the customer has to chase.",
    mistake = "Waits until the question or the complaint arrives." }

behaviour "1.2-g" { section = "1.2", score = "empathy", professional = true,
    strong  = "Fits formality and medium to who the customer is, what is needed and the service tier.",
    mistake = "Uses one manner and one medium for everyone." }

behaviour "1.2-h" { section = "1.2", score = "listening", tag = "L",
    strong  = "Starts from what the customer raised and leads one step at a time to the real need.",
    mistake = "Pours out everything at once and buries the customer in information." }

behaviour "1.2-i" { section = "1.2", score = "resolution", professional = true,
    strong  = "Combines channels, for instance with a text or e-mail that confirms what was said.",
    mistake = "Relies on a single phone call to be remembered." }

behaviour "1.2-j" { section = "1.2", score = "resolution", tag = "R",
    strong  = "Reports the result after the fix and asks later how it went.",
    mistake = "Ends at the fix; the customer hears nothing more, and trust goes." }

behaviour "1.2-k" { section = "1.2", score = "listening", professional = true,
    strong  = "Says at the opening what the contact is for.",
    mistake = "Begins without a clear aim, and the talk wanders." }

section "1.3" {
    title   = "Analysing and sorting needs",
    says    = "The guide names three ways to sort a need: by kind of user, by core or secondary, by settled or \z
               changing. It names four tools for finding one: the customer picture, analysis of behaviour, the \z
               satisfaction survey and analysis of the service process. It asks the agent to use what is already \z
               known before asking, and to serve the core need first.",
    sources = "The guide’s own citation, not checked by us: ‘Picture of China’s Telecom Customers 2023’, for what \z
               customers’ needs centre on.",
}

behaviour "1.3-a" { section = "1.3", score = "listening", tag = "L",
    strong  = "Establishes what kind of user this is and asks about the things that kind of user cares about.",
    mistake = "Treats a shop as if it were a home line, or the reverse." }

behaviour "1.3-b" { section = "1.3", score = "resolution", tag = "R",
    strong  = "Serves the core need first and the secondary one after it.",
    mistake = "Leads with an add-on while the core need is still waiting." }

behaviour "1.3-c" { section = "1.3", score = "listening", tag = "L",
    strong  = "Tells a settled need from a changing one and asks what has changed lately.",
    mistake = "Assumes that last month’s picture still holds." }

behaviour "1.3-d" { section = "1.3", score = "listening", tag = "L",
    strong  = "Reads the customer’s data, habits and service history before asking anything.",
    mistake = "Asks for what is on the screen, or overlooks the earlier ticket." }

behaviour "1.3-e" { section = "1.3", score = "listening", tag = "L",
    strong  = "Reads the usage figures before recommending anything.",
    mistake = "Recommends by habit or by the sales list." }

behaviour "1.3-f" { section = "1.3", score = "listening", tag = "L",
    strong  = "Looks for the point in the process where the need went unmet.",
    mistake = "Repairs only the item the customer named." }

section "1.4" {
    title   = "Measuring and raising satisfaction",
    says    = "The guide names four ways to measure satisfaction and five ways to raise it. It asks that \z
               complaints, ratings and response times be read together and traced to their causes, and that the \z
               customer be given the shortest way to an answer.",
    sources = "The guide’s own citation, not checked by us: ‘Telecom Customer Service Cases in China 2023’, from \z
               which the guide states that one operator’s new customer-service system cut complaint handling time \z
               by 40% and raised satisfaction by 15%.",
}

behaviour "1.4-a" { section = "1.4", score = "listening", professional = true,
    strong  = "Invites a rating in neutral words, once the outcome has been confirmed.",
    mistake = "Fishes for a high mark, or asks while the matter is still open." }

behaviour "1.4-b" { section = "1.4", score = "resolution", professional = true,
    strong  = "Judges a handled case on efficiency, accuracy and response time together.",
    mistake = "Counts a fast wrong answer as a success." }

behaviour "1.4-c" { section = "1.4", score = "listening", professional = true,
    strong  = "Sorts complaints, suggestions and ratings by cause and looks for the root.",
    mistake = "Files them under ‘other’ or ‘difficult customer’." }

behaviour "1.4-d" { section = "1.4", score = "resolution", professional = true,
    strong  = "Reads complaint rate, response time and satisfaction side by side.",
    mistake = "Draws a conclusion from one indicator alone." }

behaviour "1.4-e" { section = "1.4", score = "resolution", tag = "R",
    strong  = "Takes the shortest path: solves at first contact, or hands over with the story already told.",
    mistake = "Sends the customer round from one desk to the next." }

behaviour "1.4-f" { section = "1.4", score = "empathy", professional = true,
    strong  = "Personalises by service tier, stage of the relationship and loyalty scheme.",
    mistake = "Gives a customer of ten years the text meant for a stranger." }

-- -------------------------------------------------------------------------------------------------------------------
-- Chapter 2. The telephone
-- -------------------------------------------------------------------------------------------------------------------

section "2.1" {
    title   = "Phone norms and courtesy",
    says    = "The guide asks for a composed bearing, preparation before dialling, courteous forms, no long \z
               silence, a polite close and a written record. The guide states that a call should last about 3 to 5 \z
               minutes; we show that as a soft band and do not mark it alone. Dress, smile and eye contact, which \z
               the guide names here too, are taken on the phone as composure one can hear.",
    sources = "The guide’s own citations, not checked by us: GB/T 31062-2014, which the guide calls a service \z
               quality standard, and YD/T 3231-2018, which it calls the Telecom Customer Service Rules; from them \z
               the guide states that good phone habits raise satisfaction by 15 to 20%. Public catalogues appear to \z
               list the first number under another subject.",
}

behaviour "2.1-a" { section = "2.1", score = "empathy", professional = true,
    strong  = "Sounds composed and friendly, with an even pace and a smile one can hear.",
    mistake = "Lets the voice go slack, flat or tense." }

behaviour "2.1-b" { section = "2.1", score = "resolution", professional = true,
    strong  = "Has the purpose, the customer’s data and the product facts to hand before dialling.",
    mistake = "Dials first and searches while the customer waits." }

behaviour "2.1-c" { section = "2.1", score = "empathy", tag = "E",
    strong  = "Uses courtesy forms and stays neutral and objective.",
    mistake = "Slips into casual or emotional wording." }

behaviour "2.1-d" { section = "2.1", score = "resolution", professional = true,
    strong  = "Steers the call towards the 3 to 5 minutes the guide states, with nothing important left out.",
    mistake = "Drifts, or cuts the customer off to save time." }

behaviour "2.1-e" { section = "2.1", score = "empathy", tag = "E",
    strong  = "Fills no gap with silence: says what is being done and how long a hold will take.",
    mistake = "Leaves the customer alone with dead air." }

behaviour "2.1-f" { section = "2.1", score = "resolution", tag = "R",
    strong  = "Closes politely and asks for further needs or comments.",
    mistake = "Hangs up as soon as the fix is named." }

behaviour "2.1-g" { section = "2.1", score = "resolution", professional = true,
    strong  = "Writes a call record from which a colleague could carry on.",
    mistake = "Leaves no note, or one that only its author understands." }

section "2.2" {
    title   = "Wording and tone",
    says    = "The guide asks for complete and unambiguous wording, courteous requests in place of orders, and \z
               proper terms in measured use. The guide states a pace of 120 to 150 spoken Chinese characters a \z
               minute for the agent, with even pitch. It asks the agent to make sure that an explanation has been \z
               understood.",
    sources = "The guide’s own citations, not checked by us: YD/T 1032-2020, which the guide calls the \z
               Telecommunication Service Specification, for the pace; GB/T 31062-2014, from which the guide states \z
               that correct terms raise accuracy of understanding by 25%; and YD/T 3231-2018, here under a title \z
               other than in 2.1. Public catalogues appear to list the number 1032 and GB/T 31062-2014 under other \z
               subjects.",
}

behaviour "2.2-a" { section = "2.2", score = "resolution", tag = "R",
    strong  = "Gives complete information: the actual number, place, step and date.",
    mistake = "Says ‘you can just call’ and leaves nothing to call." }

behaviour "2.2-b" { section = "2.2", score = "empathy", tag = "E",
    strong  = "Asks: ‘Please confirm’.",
    mistake = "Orders or accuses: ‘You must confirm’." }

behaviour "2.2-c" { section = "2.2", score = "empathy", tag = "E",
    strong  = "Keeps a mild, friendly tone under pressure.",
    mistake = "Grows hurried or cold." }

behaviour "2.2-d" { section = "2.2", score = "resolution", professional = true,
    strong  = "Speaks steadily and evenly, at the 120 to 150 Chinese characters a minute the guide states.",
    mistake = "Races, drags, or jumps in pitch." }

behaviour "2.2-e" { section = "2.2", score = "resolution", professional = true,
    strong  = "Names the thing by its proper term, in moderation: a ‘network fault’, not a ‘network problem’.",
    mistake = "Uses loose wording, or a string of terms." }

behaviour "2.2-f" { section = "2.2", score = "listening", tag = "L",
    strong  = "Asks the customer to say it back, or to choose, so as to see that the explanation has landed.",
    mistake = "Says ‘Understood?’ and moves on." }

section "2.3" {
    title   = "Handling problems on the phone",
    says    = "The guide asks the agent to identify the problem, sort it as complaint, service request or enquiry, \z
               act on it and follow it up. It asks that solutions be offered unasked, that what can be done in the \z
               call is done in the call, and that the result is confirmed.",
    sources = "The guide’s own citation, not checked by us: YD/T 1032-2020, from which the guide states that \z
               effective handling lowers the complaint rate by more than 30%.",
}

behaviour "2.3-a" { section = "2.3", score = "listening", tag = "L",
    strong  = "Pins the symptom down: ‘unstable’ becomes latency or weak signal.",
    mistake = "Starts a standard fix before knowing the symptom." }

behaviour "2.3-b" { section = "2.3", score = "resolution", tag = "R",
    strong  = "Sorts the contact as complaint, service request or enquiry and takes the matching path.",
    mistake = "Treats a complaint as a question." }

behaviour "2.3-c" { section = "2.3", score = "empathy", tag = "E",
    strong  = "Hears a complaint out with patience before offering the remedy the process provides.",
    mistake = "Defends the company, or throws a remedy at the complaint." }

behaviour "2.3-d" { section = "2.3", score = "resolution", tag = "R",
    strong  = "Offers a solution unasked, such as a plan that fits better or a plain account of the policy.",
    mistake = "Reads out the tariff and waits." }

behaviour "2.3-e" { section = "2.3", score = "resolution", tag = "R",
    strong  = "Does in the call what can be done in the call.",
    mistake = "Makes the customer wait for something two clicks away." }

behaviour "2.3-f" { section = "2.3", score = "resolution", tag = "R",
    strong  = "Confirms that it is solved and asks whether there is anything else.",
    mistake = "Assumes that it is solved." }

section "2.4" {
    title   = "Common phone difficulties",
    says    = "The guide names what makes a call difficult: a customer who does not want to talk, one who cannot \z
               say what is wrong, wording that comes out muddled, and a customer who is angry. It asks for \z
               patience, a good question, finished statements and an acknowledgement before any offer.",
    sources = "The guide’s own citations, not checked by us: GB/T 31062-2014 and YD/T 3231-2018, from which the \z
               guide states that good responses raise satisfaction by 18 to 22%. See 2.1 for doubts about the first \z
               number.",
}

behaviour "2.4-a" { section = "2.4", score = "empathy", tag = "E",
    strong  = "Asks an unwilling customer whether now is all right, and says what going on will bring.",
    mistake = "Presses on against the customer’s will." }

behaviour "2.4-b" { section = "2.4", score = "listening", tag = "L",
    strong  = "Asks a customer who only says ‘I need help’ what kind of help it is.",
    mistake = "Guesses what the customer means." }

behaviour "2.4-c" { section = "2.4", score = "resolution", tag = "R",
    strong  = "Speaks in finished, single-point statements: what, who and when.",
    mistake = "Leaves half sentences such as ‘you may need …’." }

behaviour "2.4-d" { section = "2.4", score = "empathy", tag = "E",
    strong  = "Stays calm, listens, says that the displeasure is understandable, and only then offers.",
    mistake = "Answers heat with heat, or offers before any acknowledgement." }

behaviour "2.4-e" { section = "2.4", score = "resolution", tag = "R",
    strong  = "Follows the acknowledgement with a concrete scheme from the process.",
    mistake = "Gives sympathy without action." }

-- -------------------------------------------------------------------------------------------------------------------
-- Chapter 3. Face to face and on site
-- -------------------------------------------------------------------------------------------------------------------

section "3.1" {
    title   = "Face-to-face technique",
    says    = "The guide states that being there helps both sides understand, and that eyes, hands and posture \z
               speak along with the words. It asks the agent to look at the matter together with the customer and \z
               to let look and voice carry one message.",
    sources = "The guide’s own citations, not checked by us: ‘Survey of Telecom Customer Service 2023’, from which \z
               the guide states that about 68% of customers find face to face better than the phone for being \z
               understood, with satisfaction 23% higher; and ‘Non-verbal Communication in Customer Service’ (2022), \z
               from which it states 35% more perceived professionalism and 18% fewer complaints.",
}

behaviour "3.1-a" { section = "3.1", score = "listening", tag = "L",
    strong  = "Looks at the device, the bill or the place with the customer and checks the need against it.",
    mistake = "Treats the counter like a phone line." }

behaviour "3.1-b" { section = "3.1", score = "empathy", professional = true,
    strong  = "Keeps eye contact while listening and at the key points.",
    mistake = "Talks to the screen." }

behaviour "3.1-c" { section = "3.1", score = "empathy", professional = true,
    strong  = "Keeps gestures and posture open, at the customer’s level.",
    mistake = "Crosses the arms, points or turns away." }

behaviour "3.1-d" { section = "3.1", score = "empathy", professional = true,
    strong  = "Looks the same message as the words say, professional and kind, and is dressed for it.",
    mistake = "Speaks polite words with an impatient face." }

section "3.2" {
    title   = "On-site strategy",
    says    = "The guide names three cores of work on site: the need, the process and the solving. It asks for one \z
               order, first listen, then solve, then feed back, and for three stages: before, during and after \z
               service.",
    sources = "The guide’s own citation, not checked by us: ‘Telecom Customer Service Standard (2023 edition)’, for \z
               the three stages.",
}

behaviour "3.2-a" { section = "3.2", score = "listening", tag = "L",
    strong  = "Keeps the order: listens before solving and reports back after it.",
    mistake = "Hands over the answer before hearing the need." }

behaviour "3.2-b" { section = "3.2", score = "listening", tag = "L",
    strong  = "Asks and restates until the real need is clear: is ‘speed’ about how fast or how steady?",
    mistake = "Assumes which of the two it is." }

behaviour "3.2-c" { section = "3.2", score = "resolution", tag = "R",
    strong  = "Offers concrete, doable measures, such as checking the signal, restarting or calling maintenance.",
    mistake = "Gives general advice." }

behaviour "3.2-d" { section = "3.2", score = "resolution", tag = "R",
    strong  = "Gives plain steps one after another, so that the complexity does not confuse.",
    mistake = "Gives all the steps at once, or does it silently in the customer’s place." }

behaviour "3.2-e" { section = "3.2", score = "resolution", tag = "R",
    strong  = "Asks at the end whether it is solved and what else is needed.",
    mistake = "Waves the customer off." }

behaviour "3.2-f" { section = "3.2", score = "resolution", professional = true,
    strong  = "Works in the three stages before, during and after service.",
    mistake = "Arrives unprepared, or leaves with nothing to follow." }

section "3.3" {
    title   = "Complaints",
    says    = "The guide names a method of four steps for complaints: listen, analyse, solve, feed back. It asks \z
               that the measure fit the cause, whether that is attitude, product or a tangled process, and that a \z
               complaint about attitude be met with an apology first.",
    sources = "The guide’s own citation, not checked by us: ‘Survey of Customer Satisfaction in Telecoms 2023’, \z
               from which the guide states that about 27% of customers have had cause to complain and that \z
               satisfaction can pass 85% when a complaint is handled well.",
}

behaviour "3.3-a" { section = "3.3", score = "listening", tag = "L",
    strong  = "Step one, listens: patiently and without an emotional reaction.",
    mistake = "Interrupts or defends." }

behaviour "3.3-b" { section = "3.3", score = "listening", tag = "L",
    strong  = "Step two, analyses: names the cause and has the customer confirm it.",
    mistake = "Takes the first grievance for the cause." }

behaviour "3.3-c" { section = "3.3", score = "resolution", tag = "R",
    strong  = "Step three, solves: takes a specific, workable measure that fits the cause.",
    mistake = "Has a voucher for everything." }

behaviour "3.3-d" { section = "3.3", score = "resolution", tag = "R",
    strong  = "Step four, feeds back: tells how it was handled and with what result.",
    mistake = "Says only ‘It has been dealt with’." }

behaviour "3.3-e" { section = "3.3", score = "empathy", tag = "E",
    strong  = "Apologises first for a poor manner, then says what has changed and what will be improved.",
    mistake = "Explains the colleague away, or promises punishment." }

behaviour "3.3-f" { section = "3.3", score = "resolution", professional = true,
    strong  = "Keeps the four steps in order and returns to one that was missed.",
    mistake = "Jumps from hearing straight to the remedy." }

section "3.4" {
    title   = "Keeping the relationship",
    says    = "The guide asks for regular contact, for a manner and offers that fit the elderly, the young and \z
               businesses, for respect, and for decisions made from what the customer has done and said. It asks \z
               that customers be thanked for staying.",
    sources = "The guide’s own citations, not checked by us: ‘Customer Relationship Management in Telecoms 2023’, \z
               from which the guide states that each 1% less churn brings more than 10% business growth a year on \z
               average; and ‘Personalised Service for Telecom Customers’, from which it states that tailored \z
               service raises satisfaction by 22%.",
}

behaviour "3.4-a" { section = "3.4", score = "empathy", professional = true,
    strong  = "Keeps in touch to learn how the customer is getting on.",
    mistake = "Calls only to sell." }

behaviour "3.4-b" { section = "3.4", score = "resolution", tag = "R",
    strong  = "Offers a long-standing user an upgrade or a saving that follows from actual use.",
    mistake = "Makes the offer of the month." }

behaviour "3.4-c" { section = "3.4", score = "empathy", tag = "E",
    strong  = "Adapts to the elderly, the young and businesses.",
    mistake = "Runs one script for all of them." }

behaviour "3.4-d" { section = "3.4", score = "empathy", tag = "E",
    strong  = "Never belittles the customer’s knowledge, choice or former provider.",
    mistake = "Says things such as ‘even a child can do that’." }

behaviour "3.4-e" { section = "3.4", score = "empathy", tag = "E",
    strong  = "Thanks the customer for staying and for comments.",
    mistake = "Takes loyalty for granted." }

behaviour "3.4-f" { section = "3.4", score = "listening", tag = "L",
    strong  = "Uses behaviour, habits and earlier comments to decide what to offer.",
    mistake = "Ignores what the customer said last time." }

-- -------------------------------------------------------------------------------------------------------------------
-- Chapter 4. Online
-- -------------------------------------------------------------------------------------------------------------------

section "4.1" {
    title   = "Forms and features of online contact",
    says    = "The guide names the forms of online contact: e-mail, messaging, the online service desk, video and \z
               social media. It names four features: immediate, with channels joined, flexible, and driven by data. \z
               It asks that service over all of them be one service.",
    sources = "The guide’s own citation, not checked by us: ‘Customer Service in China’s Telecom Industry 2023’ \z
               from the industry association, from which the guide states that 78% use e-mail for everyday \z
               enquiries, 52% messaging to report problems and 45% the online desk for requests.",
}

behaviour "4.1-a" { section = "4.1", score = "resolution", professional = true,
    strong  = "Picks the form that suits the matter, and says why when moving to another.",
    mistake = "Holds a dispute in fragments of chat, or takes private data in a public thread." }

behaviour "4.1-b" { section = "4.1", score = "resolution", tag = "R",
    strong  = "Acknowledges at once in an immediate channel, even before there is an answer.",
    mistake = "Leaves the message unread or unanswered." }

behaviour "4.1-c" { section = "4.1", score = "resolution", professional = true,
    strong  = "Carries the story across mail, text, chat and app as one service.",
    mistake = "Has the customer tell it all again." }

behaviour "4.1-d" { section = "4.1", score = "empathy", professional = true,
    strong  = "Fits language, platform and device to the customer’s.",
    mistake = "Gives steps for a device the customer does not have." }

behaviour "4.1-e" { section = "4.1", score = "empathy", tag = "E",
    strong  = "Takes over from the smart assistant with what it gathered, and saves the customer effort.",
    mistake = "Sends the customer back to the bot." }

section "4.2" {
    title   = "Language online",
    says    = "The guide asks for exact terms with an explanation, courteous wording in writing, and replies that \z
               show the message was read. It asks for plain language with customers whose first language is \z
               another.",
    sources = "The guide’s own citation, not checked by us: ‘International Telecommunication Union (ITU) Report \z
               2022’, from which the guide states that 65% of telecom customers come from non-English-speaking \z
               countries.",
}

behaviour "4.2-a" { section = "4.2", score = "resolution", professional = true,
    strong  = "Uses the exact term, such as congestion or IP address conflict, and fits it to the reader.",
    mistake = "Writes ‘the net is bad’, or leaves a term bare." }

behaviour "4.2-b" { section = "4.2", score = "empathy", tag = "E",
    strong  = "Writes: ‘Please confirm the following’.",
    mistake = "Writes ‘You must confirm’, or slips into chat slang." }

behaviour "4.2-c" { section = "4.2", score = "listening", tag = "L",
    strong  = "Shows listening in writing: answers the point made, and says it is understood and in hand.",
    mistake = "Pastes a reply that misses the message." }

behaviour "4.2-d" { section = "4.2", score = "empathy", tag = "E",
    strong  = "Writes short plain sentences for another first language, and checks by example.",
    mistake = "Uses idiom or speed, or says ‘bring a friend to translate’." }

section "4.3" {
    title   = "Interaction and feedback",
    says    = "The guide asks that surveys, online ratings and tickets be treated as material for improvement, and \z
               that customers be told the whole picture. The guide states a clock for feedback: a response in 24 \z
               hours, handling in 72 hours, the final answer in 3 working days. The guide states online service \z
               around the clock and staffed telephone at peak hours.",
    sources = "The guide’s own citations, not checked by us: ‘Customer Service Survey 2023’ from the association of \z
               communications enterprises, from which the guide states that 82% count a feedback mechanism among \z
               their reasons for choosing a provider; and ‘Telecom Customer Service Rules’ (2022 edition), for the \z
               times of response, handling and final answer.",
}

behaviour "4.3-a" { section = "4.3", score = "listening", professional = true,
    strong  = "Treats surveys, online ratings and tickets as material for improvement, and logs them.",
    mistake = "Says thank you and forgets." }

behaviour "4.3-b" { section = "4.3", score = "resolution", tag = "R",
    strong  = "Gives the guide’s stated 24 hours, 72 hours and 3 working days as dates, and keeps them.",
    mistake = "Gives no time, or one made up on the spot." }

behaviour "4.3-c" { section = "4.3", score = "resolution", professional = true,
    strong  = "Offers the channel that is open at this hour.",
    mistake = "Sends the customer to a line that is closed." }

behaviour "4.3-d" { section = "4.3", score = "empathy", tag = "E",
    strong  = "Stays patient in public and writes nothing in anger.",
    mistake = "Argues in the thread." }

behaviour "4.3-e" { section = "4.3", score = "resolution", tag = "R",
    strong  = "Gives the whole picture, conditions included, so that neither side knows less.",
    mistake = "Leaves out the awkward half." }

section "4.4" {
    title   = "Solving problems online",
    says    = "The guide names five steps: identify, classify, handle, solve and tell, review. It asks for people \z
               and time by urgency, for reports on progress, for complaints on record, and for a review so that the \z
               same problem does not come back.",
    sources = "The guide states, without naming a source, that 75% meet a problem during service and that 60% give \z
               timely handling much weight in their satisfaction.",
}

behaviour "4.4-a" { section = "4.4", score = "resolution", tag = "R",
    strong  = "Goes through all five steps, the review included.",
    mistake = "Stops at the fix." }

behaviour "4.4-b" { section = "4.4", score = "resolution", tag = "R",
    strong  = "Classifies the case and gives it people and time by its urgency.",
    mistake = "Works first come, first served." }

behaviour "4.4-c" { section = "4.4", score = "resolution", tag = "R",
    strong  = "Investigates a network fault at once, brings in the technical team and reports progress.",
    mistake = "Stays silent until it works." }

behaviour "4.4-d" { section = "4.4", score = "empathy", tag = "E",
    strong  = "Answers a written complaint patiently, with a reasonable remedy, and keeps it on record.",
    mistake = "Answers with a template." }

behaviour "4.4-e" { section = "4.4", score = "resolution", tag = "R",
    strong  = "States the steps and their times so that nothing is misread.",
    mistake = "Says ‘We will get back to you’." }

behaviour "4.4-f" { section = "4.4", score = "resolution", professional = true,
    strong  = "Reviews the case, for the process and for one’s own skill, so that it does not come back.",
    mistake = "Closes it with nothing learnt." }

-- -------------------------------------------------------------------------------------------------------------------
-- Chapter 5. The customer relationship
-- -------------------------------------------------------------------------------------------------------------------

section "5.1" {
    title   = "CRM: idea and methods",
    says    = "The guide names five parts of customer relationship management (CRM): customer data, segments, the \z
               life cycle, analysis and satisfaction. It asks for one complete record, for offers explained from \z
               the customer’s own data, and for dissatisfaction to be led into the complaint mechanism.",
    sources = "The guide’s own citation, not checked by us: CNNIC’s ‘Report on the Development of the Internet in \z
               China’ (2023), from which the guide states more than a billion internet users, over 90% of them on \z
               mobile.",
}

behaviour "5.1-a" { section = "5.1", score = "listening", professional = true,
    strong  = "Keeps one complete, current customer record: basics, history, spending and ratings.",
    mistake = "Keeps private notes, or leaves duplicates standing." }

behaviour "5.1-b" { section = "5.1", score = "resolution", professional = true,
    strong  = "Uses segments to add service for some without lowering the standard for anyone.",
    mistake = "Works with the wrong tier, or shows a small account a worse manner." }

behaviour "5.1-c" { section = "5.1", score = "listening", professional = true,
    strong  = "Knows the stage of the life cycle the customer is in, and speaks to it.",
    mistake = "Makes a newcomer’s offer to someone who is leaving." }

behaviour "5.1-d" { section = "5.1", score = "resolution", tag = "R",
    strong  = "Recommends from the customer’s own data and says from which.",
    mistake = "Makes an offer without explaining it." }

behaviour "5.1-e" { section = "5.1", score = "resolution", professional = true,
    strong  = "Leads dissatisfaction into the complaint and feedback mechanism.",
    mistake = "Talks the customer out of complaining." }

section "5.2" {
    title   = "Collecting and keeping customer information",
    says    = "The guide names four kinds of customer data: basic, service use, feedback and behaviour. It asks \z
               that they be kept confidential, complete and accurate, and handled in keeping with the Personal \z
               Information Protection Law (PIPL). Whom to verify and how is a house rule of ours, since the guide \z
               gives none.",
    sources = "The guide’s own citation, not checked by us: the Personal Information Protection Law, named without \z
               quoting an article.",
}

behaviour "5.2-a" { section = "5.2", score = "resolution", professional = true,
    strong  = "Verifies identity by the house rule before showing or changing anything.",
    mistake = "Lets details that anyone close could know pass as proof." }

behaviour "5.2-b" { section = "5.2", score = "empathy", professional = true,
    strong  = "Asks only for what the task needs and says what it is for.",
    mistake = "Collects by habit." }

behaviour "5.2-c" { section = "5.2", score = "listening", professional = true,
    strong  = "Takes usage and habits from the app, the kiosk or the service system.",
    mistake = "Quizzes the customer about what the system knows." }

behaviour "5.2-d" { section = "5.2", score = "listening", tag = "L",
    strong  = "Records ratings, complaints and suggestions as the customer put them.",
    mistake = "Tidies the sting away, or records nothing." }

behaviour "5.2-e" { section = "5.2", score = "resolution", professional = true,
    strong  = "Keeps data confidential, complete and accurate, and corrects what is wrong.",
    mistake = "Reads data aloud at the counter, or leaves the old address standing." }

behaviour "5.2-f" { section = "5.2", score = "resolution", professional = true,
    strong  = "Follows the rules from collection through storage, use and transfer to destruction.",
    mistake = "Keeps identity photos on a private phone, or copies in a drawer." }

section "5.3" {
    title   = "Building loyalty",
    says    = "The guide names ways to loyalty: a smoother experience, personal service, value by tier and a \z
               mechanism of care. The aim it names is customer lifetime value (CLV).",
    sources = "The guide’s own citations, not checked by us: ‘Survey of Satisfaction with Telecom Service’ (2023) \z
               from the industry association, from which the guide states 78.6% satisfaction with response speed; \z
               and a large operator’s own survey, unnamed, from which it states that personalised service raises \z
               satisfaction by 25% or more.",
}

behaviour "5.3-a" { section = "5.3", score = "resolution", tag = "R",
    strong  = "Takes steps away from the customer: answers faster and simplifies.",
    mistake = "Asks for another form or another visit." }

behaviour "5.3-b" { section = "5.3", score = "resolution", tag = "R",
    strong  = "Shapes the plan, the offer or the contact person to known preferences.",
    mistake = "Makes a generic offer." }

behaviour "5.3-c" { section = "5.3", score = "resolution", professional = true,
    strong  = "Gives each tier what it was promised: exclusive service, or priority for VIPs.",
    mistake = "Queues the VIP, or promises VIP treatment to all." }

behaviour "5.3-d" { section = "5.3", score = "empathy", tag = "E",
    strong  = "Keeps the care mechanism going with regular call-backs, care events and thanks.",
    mistake = "Makes the sales call the only call." }

section "5.4" {
    title   = "Preventing and answering churn",
    says    = "The guide names four causes of churn, poor service, price, displeasure and warning signs that went \z
               unheeded, with four preventive measures and four responses. It asks the agent to find the true \z
               reason before making an offer, and to record it so that the cause can be removed.",
    sources = "The guide gives no figures here and names no source.",
}

behaviour "5.4-a" { section = "5.4", score = "listening", tag = "L",
    strong  = "Finds the true cause: poor experience, price, or displeasure with content or manner.",
    mistake = "Assumes that it is the price." }

behaviour "5.4-b" { section = "5.4", score = "listening", tag = "L",
    strong  = "Notices the warning signs, such as less activity and falling use.",
    mistake = "Sees them after the cancellation." }

behaviour "5.4-c" { section = "5.4", score = "resolution", professional = true,
    strong  = "Steps in early, with most care for high-value and high-risk customers.",
    mistake = "Waits until the customer has decided." }

behaviour "5.4-d" { section = "5.4", score = "resolution", tag = "R",
    strong  = "Calls to win back: asks why, then offers a benefit or compensation that fits.",
    mistake = "Offers the discount before hearing the reason." }

behaviour "5.4-e" { section = "5.4", score = "empathy", professional = true,
    strong  = "Approaches again with an offer worth hearing, and takes no for an answer.",
    mistake = "Repeats the pitch." }

behaviour "5.4-f" { section = "5.4", score = "resolution", professional = true,
    strong  = "Records and analyses the reason so that the cause can be removed.",
    mistake = "Writes ‘personal reasons’." }

-- -------------------------------------------------------------------------------------------------------------------
-- Chapter 6. Problems and emergencies
-- -------------------------------------------------------------------------------------------------------------------

section "6.1" {
    title   = "Classes and priority",
    says    = "The guide names four classes of problem: general, urgent, complex and complaint. The guide states \z
               three levels with a time to respond: level 1 in 15 minutes, level 2 in 1 hour, level 3 in 2 hours; \z
               we read them as limits on the first response, not on the repair. It asks for one order of work: \z
               urgent first, important next, general last.",
    sources = "The guide’s own citations, not checked by us: ‘Telecom Service Standard’ and ‘Customer Service \z
               Management Rules’ for the classes; ‘Standard for Graded Response in Telecom Customer Service’ for \z
               the levels and their times.",
}

behaviour "6.1-a" { section = "6.1", score = "resolution", tag = "R",
    strong  = "Recognises a general issue and takes it to technical support.",
    mistake = "Inflates it, or loses it." }

behaviour "6.1-b" { section = "6.1", score = "resolution", tag = "R",
    strong  = "Recognises an urgent issue, such as an outage, lost data or a business at a stop, and acts at once.",
    mistake = "Judges by the caller’s volume." }

behaviour "6.1-c" { section = "6.1", score = "resolution", tag = "R",
    strong  = "Recognises a complex issue across systems or departments and gives it one owner.",
    mistake = "Passes it along." }

behaviour "6.1-d" { section = "6.1", score = "resolution", tag = "R",
    strong  = "Recognises a complaint about quality, price or manner and enters it as one.",
    mistake = "Leaves it as a remark." }

behaviour "6.1-e" { section = "6.1", score = "resolution", tag = "R",
    strong  = "Sets the level by the facts, with the clock the guide states: 15 minutes, 1 hour or 2 hours.",
    mistake = "Sets a level by gut." }

behaviour "6.1-f" { section = "6.1", score = "resolution", tag = "R",
    strong  = "Works in the order urgent, important, general.",
    mistake = "Works by arrival, loudness or rank." }

section "6.2" {
    title   = "The handling process",
    says    = "The guide names five steps from report to closed loop: report, accept and classify, handle and \z
               report back, verify, close. It asks for a ticket whatever the channel, an owner for every case, and \z
               a check with the customer before closing.",
    sources = "The guide’s own citations, not checked by us: ‘Telecom Customer Service Process Rules’ and ‘Customer \z
               Service Process Rules’.",
}

behaviour "6.2-a" { section = "6.2", score = "resolution", professional = true,
    strong  = "Gets the matter into the system, whatever channel it came by.",
    mistake = "Makes a promise with no ticket behind it." }

behaviour "6.2-b" { section = "6.2", score = "listening", tag = "L",
    strong  = "Asks for type, severity and extent, and assigns an owner by the answers.",
    mistake = "Fills in the form by guess." }

behaviour "6.2-c" { section = "6.2", score = "resolution", tag = "R",
    strong  = "Has an owner who makes a plan and reports back within the stated time.",
    mistake = "Leaves it with nobody who owns it, or nobody who reports." }

behaviour "6.2-d" { section = "6.2", score = "resolution", tag = "R",
    strong  = "Verifies with the customer that it works.",
    mistake = "Closes on the technician’s word." }

behaviour "6.2-e" { section = "6.2", score = "resolution", professional = true,
    strong  = "Closes the loop only when the customer is content and has given a rating.",
    mistake = "Closes to stop the clock." }

section "6.3" {
    title   = "Communication in an emergency",
    says    = "The guide names five principles for an emergency: fast response, openness, several channels, calming \z
               words and follow-up. It asks that communication be fast, accurate, transparent and satisfying. The \z
               limit of 60 minutes between two messages is a house rule of ours and not the guide’s.",
    sources = "The guide’s own citations, not checked by us: ‘Measures for Emergency Communications in Telecoms’; \z
               and ‘Guide to Emergency Response in Telecom Customer Service’, for fast, accurate, transparent and \z
               satisfying.",
}

behaviour "6.3-a" { section = "6.3", score = "resolution", tag = "R",
    strong  = "Starts the emergency plan and says the first word at once.",
    mistake = "Waits until all is known." }

behaviour "6.3-b" { section = "6.3", score = "resolution", tag = "R",
    strong  = "Says what is known, what is not, and when the next word comes.",
    mistake = "Hides it, or guesses a time of repair." }

behaviour "6.3-c" { section = "6.3", score = "resolution", professional = true,
    strong  = "Sends one message over phone, text, mail and app.",
    mistake = "Uses one channel only, or versions that differ." }

behaviour "6.3-d" { section = "6.3", score = "empathy", tag = "E",
    strong  = "Chooses words that calm.",
    mistake = "Plays it down, or adds alarm." }

behaviour "6.3-e" { section = "6.3", score = "resolution", tag = "R",
    strong  = "Reports progress, and afterwards the end of it.",
    mistake = "Lets it fade out without a word." }

section "6.4" {
    title   = "Follow-up and feedback",
    says    = "The guide names four things owed after the fix: the result, a request for a rating, a review of the \z
               handling and thanks. It asks that the feedback be entered into the assessment of quality.",
    sources = "The guide’s own citations, not checked by us: ‘Rules for Managing Telecom Customer Satisfaction’ and \z
               ‘Rules for the Customer Service Feedback Mechanism’.",
}

behaviour "6.4-a" { section = "6.4", score = "resolution", tag = "R",
    strong  = "Tells the result promptly, in terms of what now works.",
    mistake = "Lets the customer find out." }

behaviour "6.4-b" { section = "6.4", score = "listening", professional = true,
    strong  = "Asks for a rating by survey, call or mail and hears the reason behind it.",
    mistake = "Takes only the number." }

behaviour "6.4-c" { section = "6.4", score = "resolution", professional = true,
    strong  = "Reviews the handling, finds the cause and improves the process.",
    mistake = "Meets the same fault again next month." }

behaviour "6.4-d" { section = "6.4", score = "empathy", tag = "E",
    strong  = "Sends thanks by text, mail or app, in words that fit the case.",
    mistake = "Sends nothing, or an advertisement." }

behaviour "6.4-e" { section = "6.4", score = "listening", professional = true,
    strong  = "Enters the feedback into the quality assessment.",
    mistake = "Leaves it in the call note." }

-- -------------------------------------------------------------------------------------------------------------------
-- Chapter 7. Emotion and empathy
-- -------------------------------------------------------------------------------------------------------------------

section "7.1" {
    title   = "Emotional communication",
    says    = "The guide names five principles, empathy, respect, sincerity, listening and feedback, and four \z
               techniques: speaking without words, reading emotion, empathic wording and self-control. It asks that \z
               a complaint go through listening, understanding, solving and feeding back, in that order.",
    sources = "The guide’s own citations, not checked by us: ‘Guide to Customer Service and Communication Skills’ \z
               (2023); ‘International Telecommunication Union (ITU) Customer Service Standard’ for respect; ‘The \z
               Psychology of Customer Service’ (2022) for listening; ‘Customer Service Rules’ of the communications \z
               service association (2021) for the order in a complaint.",
}

behaviour "7.1-a" { section = "7.1", score = "empathy", tag = "E",
    strong  = "Shows care for an anxious customer before the solution.",
    mistake = "Goes straight to the fix." }

behaviour "7.1-b" { section = "7.1", score = "empathy", tag = "E",
    strong  = "Respects how the customer speaks and thinks, without bias of age, origin or accent.",
    mistake = "Lets slip a remark or a tone that sorts people." }

behaviour "7.1-c" { section = "7.1", score = "empathy", tag = "E",
    strong  = "Is sincere: promises only what will be kept.",
    mistake = "Says ‘I guarantee’." }

behaviour "7.1-d" { section = "7.1", score = "listening", tag = "L",
    strong  = "Listens actively and gives the need back correctly, details included.",
    mistake = "Gets the gist and loses the date." }

behaviour "7.1-e" { section = "7.1", score = "listening", tag = "L",
    strong  = "Checks whether the need has been met and adapts.",
    mistake = "Finishes the script." }

behaviour "7.1-f" { section = "7.1", score = "empathy", tag = "E",
    strong  = "Lets the voice carry the care: slower and softer.",
    mistake = "Speaks faster and harder, which sounds impatient." }

behaviour "7.1-g" { section = "7.1", score = "listening", tag = "L",
    strong  = "Reads the signs: the same question again means worry or discontent.",
    mistake = "Repeats the same answer." }

behaviour "7.1-h" { section = "7.1", score = "empathy", tag = "E",
    strong  = "Ties ‘I understand’ to the customer’s own facts.",
    mistake = "Leaves it at the bare formula." }

behaviour "7.1-i" { section = "7.1", score = "empathy", tag = "E",
    strong  = "Steadies oneself with a breath or a short announced pause.",
    mistake = "Reacts on the spot." }

behaviour "7.1-j" { section = "7.1", score = "resolution", tag = "R",
    strong  = "Goes through a complaint in order: listen, understand, solve, feed back.",
    mistake = "Leaves the understanding out." }

section "7.2" {
    title   = "Empathy at work",
    says    = "The guide states that empathy reads the mood, builds trust, opens people up and lifts satisfaction. \z
               To practise it, the guide asks the agent to watch, to ask open questions and to answer in empathic \z
               words. It names a network fault, an outage and a bill dispute as occasions.",
    sources = "The guide’s own citations, not checked by us: ‘Emotional Intelligence in Customer Service’ (2022); \z
               ‘The Psychology of Trust’ (2020) for trust; ‘Studies in Service Quality’ (2023), from which the \z
               guide states, without a number, that satisfaction rises with empathy.",
}

behaviour "7.2-a" { section = "7.2", score = "empathy", tag = "E",
    strong  = "Watches tone, face and body, and answers what they show.",
    mistake = "Hears only the words." }

behaviour "7.2-b" { section = "7.2", score = "listening", tag = "L",
    strong  = "Asks open questions that invite the story.",
    mistake = "Asks a row of yes-or-no questions." }

behaviour "7.2-c" { section = "7.2", score = "empathy", tag = "E",
    strong  = "Names it: ‘I can see you are pressed for time’ or ‘That really is a nuisance’.",
    mistake = "Says ‘Calm down’." }

behaviour "7.2-d" { section = "7.2", score = "empathy", tag = "E",
    strong  = "Makes it personal, with the customer’s history and preferences.",
    mistake = "Gives a remedy meant for anyone." }

behaviour "7.2-e" { section = "7.2", score = "empathy", tag = "E",
    strong  = "Gives advice once the customer feels understood, when it is more readily taken.",
    mistake = "Gives advice first and is surprised that it is refused." }

section "7.3" {
    title   = "Managing customers’ emotions",
    says    = "The guide asks the agent to tell emotions apart, to control one’s own, to speak constructively, to \z
               solve the problem and to follow it up. It names anxiety, anger, discontent and feeling wronged. It \z
               puts feelings before the fix in one place and the problem before the emotion in another; we ask for \z
               one short acknowledgement and then action.",
    sources = "The guide’s own citations, not checked by us: ‘Managing Customers’ Emotions: Service Strategies’ \z
               (2022); ‘Conflict Management and Keeping Customers’ (2021), for putting the solving of the problem \z
               at the centre.",
}

behaviour "7.3-a" { section = "7.3", score = "listening", tag = "L",
    strong  = "Tells anxiety, anger, discontent and feeling wronged apart.",
    mistake = "Treats every emotion as anger." }

behaviour "7.3-b" { section = "7.3", score = "empathy", tag = "E",
    strong  = "Controls one’s own feelings: a breath, a pause, attention elsewhere for a moment.",
    mistake = "Lets them show." }

behaviour "7.3-c" { section = "7.3", score = "empathy", tag = "E",
    strong  = "Speaks constructively: ‘I understand how you feel’.",
    mistake = "Says ‘What you did was wrong’." }

behaviour "7.3-d" { section = "7.3", score = "resolution", tag = "R",
    strong  = "Works on the problem instead of arguing about the mood.",
    mistake = "Says ‘There is no need to be angry’." }

behaviour "7.3-e" { section = "7.3", score = "listening", tag = "L",
    strong  = "Listens, then checks the feeling: ‘Is this troubling you a great deal?’",
    mistake = "Puts a label on it, or passes over it." }

behaviour "7.3-f" { section = "7.3", score = "resolution", tag = "R",
    strong  = "Gives the solution quickly once the customer is calmer.",
    mistake = "Leaves a pause in which the worry returns." }

behaviour "7.3-g" { section = "7.3", score = "resolution", tag = "R",
    strong  = "Follows up afterwards and adds some help.",
    mistake = "Is glad that it is over." }

behaviour "7.3-h" { section = "7.3", score = "empathy", professional = true,
    strong  = "Stays professional and polite throughout.",
    mistake = "Keeps courtesy only as long as the customer does." }

section "7.4" {
    title   = "Common faults in emotional communication",
    says    = "The guide names five faults and their cures, among them unclear wording, a temper that gets away, an \z
               uneven attitude and empathy without deeds. It asks that a waiting customer be kept informed and that \z
               customers’ comments on one’s own manner be used.",
    sources = "The guide’s own citation, not checked by us: ‘Guide to Assessing Telecom Customer Service Quality’ \z
               (2023).",
}

behaviour "7.4-a" { section = "7.4", score = "resolution", tag = "R",
    strong  = "Chooses words that this customer uses.",
    mistake = "Speaks unclearly or in terms." }

behaviour "7.4-b" { section = "7.4", score = "empathy", tag = "E",
    strong  = "Notices one’s own temper early and uses a technique before it escalates.",
    mistake = "Notices it afterwards." }

behaviour "7.4-c" { section = "7.4", score = "empathy", professional = true,
    strong  = "Shows the same attitude to every customer.",
    mistake = "Is warm to one and curt to the next." }

behaviour "7.4-d" { section = "7.4", score = "empathy", tag = "E",
    strong  = "Proves understanding by word and by deed.",
    mistake = "Says kind words while nothing moves." }

behaviour "7.4-e" { section = "7.4", score = "resolution", tag = "R",
    strong  = "Keeps a waiting customer informed, since mood worsens in silence.",
    mistake = "Brings news only at the end." }

behaviour "7.4-f" { section = "7.4", score = "listening", professional = true,
    strong  = "Uses customers’ feedback on one’s own manner to improve.",
    mistake = "Takes it as an attack." }

-- -------------------------------------------------------------------------------------------------------------------
-- Chapter 8. Improvement and training
-- -------------------------------------------------------------------------------------------------------------------

section "8.1" {
    title   = "Continuous improvement",
    says    = "The guide names the PDCA cycle, plan, do, check and act, fed by surveys, data, process work, \z
               feedback channels and assessment. The guide states that feedback is handled within 24 hours. It asks \z
               for measurable standards, for steps to be taken out of a process, and for frequent problems to be \z
               found in the records before they are reported.",
    sources = "The guide’s own citations, not checked by us: ‘Guide to Telecom Customer Service and Communication \z
               Skills’ (2023 edition) for PDCA; ‘Survey of Telecom Customer Satisfaction (2022)’, from which the \z
               guide states an average of about 85; ‘Telecom Customer Service Data Analysis (2023)’, from which one \z
               of its two printings states that more than 15% of problems can be spotted ahead; ‘Guide to \z
               Optimising Telecom Service Processes’, from which it states 30% or more off response time; ‘Plan for \z
               a Telecom Customer Feedback System’ for the 24 hours.",
}

behaviour "8.1-a" { section = "8.1", score = "resolution", professional = true,
    strong  = "Runs an improvement as plan, do, check, act, and goes round again.",
    mistake = "Announces a change and never checks it." }

behaviour "8.1-b" { section = "8.1", score = "listening", professional = true,
    strong  = "Reads a survey for causes, such as slow response or slow solving.",
    mistake = "Quotes the average." }

behaviour "8.1-c" { section = "8.1", score = "resolution", professional = true,
    strong  = "Finds frequent problems in the records and acts before they are reported.",
    mistake = "Takes each as a single case." }

behaviour "8.1-d" { section = "8.1", score = "resolution", professional = true,
    strong  = "Takes needless steps out of a process.",
    mistake = "Adds a check for every failure." }

behaviour "8.1-e" { section = "8.1", score = "listening", professional = true,
    strong  = "Collects feedback from every channel and has it answered in the 24 hours the guide states.",
    mistake = "Hears only the loudest channel." }

behaviour "8.1-f" { section = "8.1", score = "resolution", professional = true,
    strong  = "Sets measurable standards for response, solving and satisfaction, and ties assessment to them.",
    mistake = "Rewards one standard that drives out the others." }

section "8.2" {
    title   = "Training in communication",
    says    = "The guide names five areas of training, from listening and courtesy to emotion, channels and the \z
               training programme itself. It asks the agent to listen in four steps: listen, note, ask, feed back. \z
               The guide states that skill comes from training joined with practice; its closing sentence is cut \z
               off.",
    sources = "The guide’s own citations, not checked by us: ‘Training Manual for Telecom Customer Service \z
               Communication’ for listening; ‘Guide to Language in Telecom Customer Service’ for courtesy; ‘Guide \z
               to Emotion Management in Telecom Customer Service’; ‘Guide to Coordinating Telecom Service \z
               Channels’; ‘Plan for a Telecom Service Training System’.",
}

behaviour "8.2-a" { section = "8.2", score = "listening", tag = "L",
    strong  = "Listens in four steps: listen, note, ask, feed back.",
    mistake = "Trusts to memory, or asks before hearing." }

behaviour "8.2-b" { section = "8.2", score = "empathy", professional = true,
    strong  = "Uses the courtesy words hello, please and thank you in every channel.",
    mistake = "Drops them in writing or under stress." }

behaviour "8.2-c" { section = "8.2", score = "empathy", tag = "E",
    strong  = "Handles a complaint coolly and rationally, with a workable offer.",
    mistake = "Mirrors the customer’s emotion." }

behaviour "8.2-d" { section = "8.2", score = "resolution", professional = true,
    strong  = "Keeps what is said the same across channels, from one customer information platform.",
    mistake = "Lets the app say one thing and the shop another." }

behaviour "8.2-e" { section = "8.2", score = "listening", professional = true,
    strong  = "Learns by case analysis and role play, giving and taking specific comments.",
    mistake = "Says ‘Good job, be more confident’." }

section "8.3" {
    title   = "Case analysis and lessons",
    says    = "Of this section only the title survives in the guide; the text here is our reconstruction, built \z
               from the title, from the review steps in 4.4 and 6.4 and from the case analysis named in 8.2. It \z
               asks that a case be rebuilt from the record, that the person and the process be told apart, and that \z
               the lesson be one that others can use.",
    sources = "None: the guide is cut off before this section.",
}

behaviour "8.3-a" { section = "8.3", score = "listening", professional = true,
    strong  = "Rebuilds a case from the record: facts, times, turning points and things said in passing.",
    mistake = "Retells the agent’s impression." }

behaviour "8.3-b" { section = "8.3", score = "resolution", professional = true,
    strong  = "Separates what the agent did from what the process made likely.",
    mistake = "Looks for one person to blame." }

behaviour "8.3-c" { section = "8.3", score = "resolution", professional = true,
    strong  = "Draws a lesson that others can use, with names and numbers removed.",
    mistake = "Tells an anecdote, or leaves a customer who can be recognised." }

behaviour "8.3-d" { section = "8.3", score = "empathy", professional = true,
    strong  = "Traces how the customer felt at each turn and which words changed it.",
    mistake = "Treats feeling as noise." }

section "8.4" {
    title   = "Standardisation and process optimisation",
    says    = "Of this section only the title survives in the guide; the text here is our reconstruction, built \z
               from the title and from 1.1, 3.2, 6.2 and 8.1. It asks that a standard be followed in a natural \z
               voice, that a change be tried and measured before it becomes the standard, and that everyone assess \z
               by one yardstick.",
    sources = "None: the guide is cut off before this section.",
}

behaviour "8.4-a" { section = "8.4", score = "empathy", professional = true,
    strong  = "Follows a standard wording or flow in a natural voice.",
    mistake = "Recites it, or throws the standard away." }

behaviour "8.4-b" { section = "8.4", score = "resolution", professional = true,
    strong  = "Proposes a process change with a measure, tries it, then makes it the standard.",
    mistake = "Rolls out an idea untried." }

behaviour "8.4-c" { section = "8.4", score = "listening", professional = true,
    strong  = "Assesses by one yardstick: two assessors arrive at nearly the same mark, each with evidence.",
    mistake = "Marks by sympathy or by overall impression." }

behaviour "8.4-d" { section = "8.4", score = "resolution", professional = true,
    strong  = "Uses the version in force and withdraws old ones.",
    mistake = "Quotes a form or price list that has expired." }

-- -------------------------------------------------------------------------------------------------------------------
-- Critical faults
-- -------------------------------------------------------------------------------------------------------------------

-- In practice the call goes on after one; in an exam it ends as failed, whatever the marks. The last rests on the
-- house rule that danger, and a loss going on at this moment, raise a matter by one level.

critical "unverified-data" { "Personal data shown to or taken from someone not verified",
    behaviours = { "5.2-a", "5.2-e", "5.2-f" } }

critical "guarantee" { "A guarantee or a guessed time of repair",
    behaviours = { "7.1-c", "6.3-b" } }

critical "level-one-as-three" { "A level-1 matter set at level 3",
    behaviours = { "6.1-e" } }

critical "contempt" { "Contempt, discrimination or hanging up",
    behaviours = { "7.1-b", "3.4-d" } }

critical "talked-out-of-complaining" { "Talking a customer out of complaining",
    behaviours = { "5.1-e" } }

critical "closed-unsolved" { "Closing as solved what is not",
    behaviours = { "6.2-e" } }

critical "danger-ignored" { "Carrying on while someone is in danger or a thief still has the line",
    behaviours = { "6.1-b", "6.1-e" } }

-- -------------------------------------------------------------------------------------------------------------------
-- Replies at hand in every turn
-- -------------------------------------------------------------------------------------------------------------------

-- None of them ever helps by itself: each costs something and stays in its turn. A scenario replaces one, in a turn
-- where it is the right thing to do, by repeating its id.

anytime {
    reply "hold" {
        "One moment please, I would like to check something. It will take about a minute.",
        as = "hold", stay = true, once = true, patience = -5,
        hears = "[A pause.] All right. But please don’t be too long.",
        because = "The hold is announced and has a length, as it should. Even so the customer waits, and nothing is \z
                   settled by it.",
    },

    reply "transfer" {
        "I’ll pass you on to a colleague. Just a moment.",
        as = "transfer", stay = true, empathy = -1, resolution = -1, trust = -10, patience = -10,
        misses = { "1.4-e" },
        hears = "To whom? And why? Am I to tell it all again?",
        because = "The customer hears neither to whom nor why, and the story does not go along. A proper hand-over \z
                   names the colleague and the reason, and passes on what is known.",
    },

    reply "escalate" {
        "I’ll bring in my team lead for this.",
        as = "escalate", stay = true, resolution = -1, trust = -5, patience = -10,
        misses = { "6.1-c" },
        hears = "Your team lead? Can’t you look at it with me first?",
        because = "A team lead is asked when the matter is understood and one’s own means are used up. Asked too \z
                   early, it shows that nobody here takes the matter on.",
    },

    reply "end" {
        "Then we’ll leave it there for today. Thank you, and goodbye.",
        as = "end", stay = true, empathy = -2, resolution = -2, calm = -15, trust = -15, patience = -20,
        misses = { "2.3-f" },
        hears = "Wait! We are not finished. It can’t be left like this!",
        because = "What the customer came with is still open. A polite goodbye does not change that: it says that \z
                   nobody means to see it through.",
    },
}

-- -------------------------------------------------------------------------------------------------------------------
-- The certification ladder
-- -------------------------------------------------------------------------------------------------------------------

-- Pools, marks, counts and the twelve months are settings of ours; the guide has no certification, and none of this is
-- to be shown as the guide's.

pool "A0" {
    title = "The three required calls",
    scenarios = { "angry-caller", "vague-request", "billing-dispute" },
}

pool "A1" {
    title = "Needs and clear words",
    scenarios = { "new-student-plan", "shop-owner-slow-net", "words-he-never-used", "plan-too-dear",
                  "where-do-i-take-it" },
}

pool "A2" {
    title = "Telephone craft",
    scenarios = { "talker-on-the-line", "unstable-at-night", "will-not-talk" },
}

pool "A3" {
    title = "Follow-through and satisfaction",
    scenarios = { "chased-three-times", "survey-six-out-of-ten", "kpi-huddle" },
}

pool "P1" {
    title = "Face to face",
    scenarios = { "speed-or-stability", "first-smartphone", "home-visit-dead-corner", "ten-years-with-us" },
}

pool "P2" {
    title = "Complaints, at the counter and in writing",
    scenarios = { "rude-clerk", "three-visits-one-form", "email-clock", "public-post" },
}

pool "P3" {
    title = "Online and across languages",
    scenarios = { "chat-quick-answers", "video-ip-conflict", "roaming-visitor", "after-the-bot",
                  "midnight-fault-chat", "accent-on-the-line" },
}

pool "P4" {
    title = "Priority, process, emergency",
    scenarios = { "five-in-the-queue", "clinic-line-down", "money-i-never-spent", "flood-broadcast",
                  "outage-hotline", "closed-but-not-fixed", "wedding-photos" },
    -- Those with a matter of level 1 in them.
    level_one = { "five-in-the-queue", "clinic-line-down", "money-i-never-spent", "flood-broadcast",
                  "outage-hotline", "wedding-photos" },
}

pool "S1" {
    title = "Records and privacy",
    scenarios = { "not-the-account-holder", "too-many-forms", "two-records" },
}

pool "S2" {
    title = "Loyalty and churn",
    scenarios = { "vip-in-a-hurry", "quiet-customer", "porting-out", "win-back-call", "care-call" },
}

pool "S3" {
    title = "Emotion",
    scenarios = { "same-question-again", "accused-of-not-paying", "closing-his-line", "insult-and-pause",
                  "waiting-gets-worse", "promise-me", "next-in-line" },
}

pool "S4" {
    title = "Improvement, training, standards",
    scenarios = { "pdca-round", "coach-the-new-hire", "two-channels-two-answers", "four-step-order",
                  "case-review", "standard-rewrite" },
}

-- A level: the chapters it covers; what it needs first (other levels, and scenarios practised: how many from which
-- pools, at what mark, how many of level 1); what its exam draws; the mark of `each` scenario (the mean of its three
-- scores; the pack's exam mark where left out); the means of the whole exam; how long it holds; what a renewal draws.
local function one_from_each(ids)
    local draws = {}
    for i, id in ipairs(ids) do
        draws[i] = { pool = id, count = 1 }
    end
    return draws
end

level "associate" {
    title        = "Associate",
    chapters     = { 1, 2 },
    needs        = { practised = { pools = { "A0" }, count = 3, mark = 60 } },
    draws        = one_from_each { "A0", "A1", "A2", "A3" },
    each         = 60,
    marks        = { listening = 70, empathy = 70, resolution = 70 },
    valid_months = 12,
    renewal      = one_from_each { "A0", "A1", "A2", "A3" },
}

level "professional" {
    title        = "Professional",
    chapters     = { 3, 4, 6 },
    needs        = { levels = { "associate" },
                     practised = { pools = { "P1", "P2", "P3", "P4" }, count = 5, level_one = 1 } },
    draws        = { { pool = "P1", count = 1 },
                     { pool = "P2", count = 1 },
                     { pool = "P3", count = 2, distinct = "channel" },
                     { pool = "P4", count = 2, level_one = 1 } },
    each         = 60,
    marks        = { listening = 75, empathy = 75, resolution = 75 },
    valid_months = 12,
    renewal      = one_from_each { "P1", "P2", "P3", "P4" },
}

level "specialist" {
    title        = "Specialist",
    chapters     = { 5, 7, 8 },
    needs        = { levels = { "professional" },
                     practised = { pools = { "S1", "S2", "S3", "S4" }, count = 5 } },
    draws        = { { pool = "S1", count = 1 },
                     { pool = "S2", count = 1 },
                     { pool = "S3", count = 2 },
                     { pool = "S4", count = 2 } },
    each         = 65,
    marks        = { listening = 80, empathy = 80, resolution = 80 },
    valid_months = 12,
    renewal      = one_from_each { "S1", "S2", "S3", "S4" },
}

-- An endorsement for trainers and team leads, beside the ladder. It has no pools of its own: its exam names scenarios,
-- and a renewal repeats the draw.
local coaching = {
    { scenarios = { "coach-the-new-hire" }, count = 1 },
    { scenarios = { "kpi-huddle", "pdca-round" }, count = 1 },
    { scenarios = { "case-review", "standard-rewrite" }, count = 1 },
}

level "coach" {
    title        = "Coach",
    endorsement  = true,
    chapters     = { 8 },
    sections     = { "1.4" },
    needs        = { levels = { "specialist" } },
    draws        = coaching,
    marks        = { listening = 80, empathy = 80, resolution = 80 },
    valid_months = 12,
    renewal      = coaching,
}
