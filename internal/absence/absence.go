// Package absence says how likely it is that a quote which was placed nowhere in
// some transcripts is not in them.
package absence

// A Home says where the other quotes of the report stand.
type Home int

// The homes.
const (
	Few     Home = iota // there are too few of them, or too few were placed, to tell
	Nowhere             // none of several was placed in these transcripts
	Copied              // nearly all of those placed are in the transcripts' own words
	Retold              // many of them are in other words: another translation
)

// Evidence is what is known of a quote that was placed nowhere.
type Evidence struct {
	Score int  // of its best place, in thousandths, or the mean of its sentences' by themselves
	Bits  int  // how unlikely its words are in general English
	Home  Home // of the report's other quotes
}

// Brief is below how many bits a quote is brief.
const Brief = 50

// until is up to which score a quote is absent, by the home of the report's other
// quotes, for long and for brief ones: of those with such a score one in twenty at
// the most is there. Package eval's command absent fits it; Copied and Retold are as they
// were fitted to more quotes, since a newer fit finds less and accuses as many.
var until = [...][2]int{
	Few:     {200, 5},
	Nowhere: {500, 50},
	Copied:  {50, 50},
	Retold:  {20, 0},
}

// Certain reports whether a quote is nowhere, with great likelihood.
func (e Evidence) Certain() bool {
	if e.Bits < Brief {
		return e.Score < until[e.Home][1]
	}
	return e.Score < until[e.Home][0]
}
