package provenance

import "strings"

// functionWords carry grammar rather than content. What negates, counts or
// makes a claim more or less sure is not among them.
var functionWords = set(`a an the this that these those i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
	myself yourself himself herself itself ourselves themselves who whom whose which what where when why how
	am is are was were be been being do does did done doing have has had having
	to of in on at by for with from as into onto about over under between among through during against toward towards upon within across off out up down away back along around per via than till until near above below behind beneath beside besides beyond like
	and or but so then than too also there here now just well oh ah yes yeah
	's 'd if because since while although though however therefore thus hence that's
	will would shall can could may might must should`)

// person is who a pronoun speaks of. It and they stand for each other where a
// body of people is meant.
var person = func() map[string]string {
	m := map[string]string{}
	for _, line := range strings.Split("i me my mine myself;we us our ours ourselves;you your yours yourself yourselves;he him his himself;she her hers herself;they them their theirs themselves it its itself", ";") {
		words := strings.Fields(line)
		for _, w := range words {
			m[w] = words[0]
		}
	}
	return m
}()

// fillers are words of spoken language that reporters leave out. Each entry is
// one or more words.
var fillers = func() map[string]bool {
	m := map[string]bool{}
	for _, f := range strings.Split(fillerList, ";") {
		m[strings.TrimSpace(f)] = true
	}
	return m
}()

const fillerList = `um; uh; hey; er; erm; ah; oh; hmm; mm; eh; huh; well; so; now; okay; ok; right; look; listen; see; you see; you know; i mean; sort of; kind of; like; folks;
	anyway; actually; basically; believe me; by the way; frankly; honestly; to be honest; let me tell you; i tell you; i have to say; i must say; if you will; as it were; yes; yeah; no no;
	and; but; and so; and then; you know what; okay so; all right; alright; of course; in fact; really; i think you know; ladies and gentlemen; my friends; dear friends; dear colleagues; colleagues; sir; madam; mr president; madam speaker; mr speaker; please; again; just; then; also; there; you`

// emptyWords say nothing that a claim hangs on; putting one in or leaving one
// out is no more than style.
var emptyWords = set(`very really quite rather just indeed simply actually certainly definitely obviously clearly truly absolutely totally completely
	especially particularly basically literally honestly frankly personally surely naturally again still yet already even ever
	please thank thanks too also both own such same other another else well good like kind sort lot thing things way ways
	say said says tell told mean know think going go get got come came want let make made
	one ones first okay right now here there then today however therefore moreover furthermore besides meanwhile thus hence of-course fact`)
