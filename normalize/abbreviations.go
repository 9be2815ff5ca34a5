package normalize

import "strings"

// An ending says what a full stop after a word means.
type ending uint8

// What a full stop after an abbreviation may be.
const (
	never  ending = 1 + iota // it never ends a sentence: e.g., vs.
	title                    // a name follows, even a capital one: Mr., Gen., St.
	number                   // a number follows: No. 5, p. 12; before anything else it ends
	either                   // it ends one where the next word looks like a beginning: Co., Jr., U.S.
	proper                   // the same, with a capital; in lower case it is a word: Ill., ill
	hour                     // it ends one before any capital, but for an opening "At 5 a.m."
)

// endings are the abbreviations that are written with a full stop, in lower
// case and without their last one.
var endings = table(map[ending]string{
	never: `e.g i.e p.s ps eg ie vs v viz cf ca approx incl excl resp z.b d.h u.a bzw usw p.ej т.е т.к т.д напр см`,
	title: `mr mrs ms mx dr drs prof gen lt col maj capt cpt cpl sgt pvt pfc cmdr cdr adm brig sen rep reps sens gov lieut
		pres rev revd fr hon supt insp amb msgr messrs mme mlle st ste mt ft sr sra srta hr fru dipl ing
		congressman hon'ble rt dir asst assoc atty spc spl ph им ул г-н`,
	number: `no nos nr n p pp pg fig figs art arts vol vols ch chap sec sect par para pt ed eds op cl ser rs tel ext pop
		с стр рис № стб ст abs bd kap`,
	either: `co corp inc ltd llc llp plc bros jr esq etc al dept univ assn est ave blvd rd hwy
		jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues thu thur thurs fri
		ala ariz calif colo conn fla ga kan ky md minn mo mont neb nev okla ore penn tenn tex vt va wis wyo ont alta
		gmbh cie ph.d m.d b.a m.a d.c r oz lb lbs ft min max sq cu mph hrs secs mins misc anon apt bldg г гг в вв тыс млн млрд руб коп др`,
	proper: `sun sat wed ark del ill ind mass mich miss pa wash que`,
	hour:   `a.m p.m am pm`,
})

// starters are the words that open a sentence more often than they go on in
// one when they are written with a capital: no name among them.
var starters = set(`the a an this that these those it he she they we you i his her their its our my your there here
	when while where what who whom whose why how which if but and or so yet nor in on at by for from with as after before
	since because although though however then now today yesterday tomorrow tonight did does do is are was were will would
	can could should shall may might must has have had let let's no not yes all some many most both each every another
	other one none nobody nothing everyone everything anyone according meanwhile instead also still even once under during
	until about over among against through despite without within between unlike given only just last next earlier later
	please thanks thank hello hi regards perhaps maybe thus hence therefore moreover furthermore finally first second it's he's she's they're we're
	you're i'm i've i'll we've we'll that's there's what's don't didn't two three four five six seven eight nine ten`)

// says are the verbs that give words to somebody.
var says = set(`said says say asked asks added adds told tells wrote writes replied answered insisted warned noted
	explained stressed continued recalled declared announced argued claimed exclaimed shouted cried quipped joked
	demanded wondered inquired responded`)

// domains are what follows a full stop in an address of the net.
var domains = set(`com net org gov edu info co uk de fr ru jp txt html htm pdf doc js`)

// compounds are words that stand before a hyphen of their own, so that a
// hyphen after them at a line end does not break a word.
var compounds = set(`well self vice quasi non anti co-op half twenty thirty forty fifty sixty seventy eighty ninety`)

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

func table(lists map[ending]string) map[string]ending {
	m := map[string]ending{}
	for e, list := range lists {
		for _, w := range strings.Fields(list) {
			if m[w] == 0 || e < m[w] {
				m[w] = e // of two meanings the more careful one
			}
		}
	}
	return m
}
