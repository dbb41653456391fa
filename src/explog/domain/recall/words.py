"""What likeness knows of Danish and English: words that say nothing, and words that say the same.

Plain words, turned into stems where they are used. Both languages stand together, since a log may
hold both. Standard library only.
"""

from __future__ import annotations

_DANISH = """
    ad af aldrig alle allerede alt altid anden andet andre at bag bedre betyde betyder blandt
    blev blive bliver bruge bruger brugt da dag de deltage dem den denne der deres derfor derhen
    derhjemme det dette dig digital digitale digitalt din disse dog du efter egen eget eller en
    end endnu er et fem fik fire flere flest for fordi forhold forkert fra fremme få får fælles
    færdig færdige færdigt færre før først første gang gange gennem giv give giver gjort god
    godt gå går gør gøre halv halvdel halvdelen ham han har hele helt hende hendes her hjem
    hjemme hjælp hjælpe hjælper hjælpes hos hun hurtig hurtige hurtigere hurtigt hvad hvem hver
    hverken hvert hvilken hvis hvor hvordan hvorfor hvornår i igen ikke imod ind inde inden
    ingen jeg jer jo kan kom komme kommer kort korte kortere kortest kun kunne kører lang lange
    langs langt lav lave laver let lette lettere lidt lige ligge ligger længe længere man mange
    mangle mangler med meget mellem men mens mere mest mig min mindre mindst mindste minut
    minutter mod må måde ned nemmere nemt nogen noget nogle nok nu ny nye nyt når nær og også om
    omkring op os over på rigtig rigtige samme samt se selv senere ser ses set siden sig sin
    sine sit skal ske sker skete skulle små snart som stedet stor store stå står større så sådan
    tage tager taget ti tid tide tiden til tilbage to tre ud uden uge under undervejs ved vej vi
    vil ville vise viser vist vor vores være været én ét
"""

_ENGLISH = """
    a about across after again all almost also always an and any anybody are around as ask at
    away back be because been before begin begins behind being below better between both bring
    but by can come comes could day did digital do does done down drop each earlier easier
    either else enough even ever every everybody everyone few fewer finish finished finishes
    first five for four from get gets give gives go goes going gone good had half hard has have
    having help helps her here his home how if in inside into is it its itself just keep keeping
    keeps know known knows last late later less let lets like little long longer look lost make
    makes making many may mean means minute minutes more most much must near need needs never
    new next no nobody none nor not nothing now of off often on once one only onto open opening
    or other others our out over own people per put quick quicker quickly right same saw say
    says see seen sees shall shared short shorter should show shows side small so some soon
    sooner start starts still stop stops such take takes tell tells ten than that the their them
    then there these they this those three through time times to together too two under until up
    us use used uses very via wait want wants was way we week well were what when where whether
    which while who why will with without work works would year you your
"""

_OURS = "afprøve eksperiment experiment forsøg prøve prøver test tester trial tried try"
"""Words that every experiment uses."""

STOP = frozenset(f"{_DANISH} {_ENGLISH} {_OURS}".split())
"""Words that link or only say that something is wanted, and ours."""

IRREGULAR = {
    "billede": "billed",
    "billedes": "billed",
    "børn": "barn",
    "mænd": "mand",
    "bøg": "bog",
    "fødd": "fod",
    "hænd": "hånd",
    "næt": "nat",
    "tænd": "tand",
    "childr": "child",
    "feet": "foot",
    "teeth": "tooth",
    "kept": "keep",
    "slept": "sleep",
    "spok": "speak",
    "taught": "teach",
    "written": "writ",
}
"""Word or stem → the stem it belongs to."""

SAME = """
    app chat
    armbånd wristband
    arbejdsplan vagtplan roster rota
    aftale appointment booking tidsbestilling
    barn barnet child toddler kid
    belysning gadelys lys lampe lygte lamp light
    besked sms tekstbesked message text texting
    billede foto fotografi picture photo photograph image
    borger beboer citizen resident
    brev skrivelse letter
    båre stretcher
    cykel cyklist bicycle bike cycle cyclist
    depot lager stock store
    diktere indtale indtaling dictate
    drone uav
    fejl fault error
    film video movie
    forælder forældre familie parent family
    frokost mad måltid spise spisning lunch dinner meal
    garderobe cloakroom
    have udeliv udendørs ude garden outdoor outside
    journal record
    kollega makker colleague peer buddy
    kø queue
    larm lyd støj noise sound loud
    læge doctor physician
    medicin medication drug
    møde samling meeting
    nap sleep søvn sove lur hvil rest break pause
    opkald ringe telefon telefonopkald call phone
    overlevering overdragelse handover
    pas passport
    pictogram piktogram tegning symbol
    plan skema timetable schedule
    puls pulse
    påmindelse reminder
    rengøring cleaning
    rute route
    skærm screen monitor display
    sprogmodel chatbot assistent assistant
    supermarked indkøb butik shopping supermarket groceries
    tablet ipad
    tandlæge dentist
    tavle whiteboard board
    taske bag kit
    tjekliste tjek checkliste huskeliste checklist
    tolk interpreter
    trafiksignal trafiklys
    uro unrest
    vagt shift
    varsel advarsel advare varsle warning warn alert
    vikar afløser substitute temp
    vogn bil ambulance car van vehicle
"""
"""One line for each thing and the words for it, in both languages."""
