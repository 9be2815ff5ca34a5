package reading

import "math/big"

// A Fact is something on one side that the other side should say too, a number, a
// date, a name: “Lund”, “5 km”.
type Fact struct {
	Value string // what it says, in one spelling
	At    Range  // the tokens that say it
	Weak  bool   // says little where it stands alone: “one”, “first”

	// Of a number:
	With  Range    // At, with its article and its unit; empty where there are none
	Also  string   // another way to read it: the 5 of “5 to 6 million”, the 22 of a year
	Exact *big.Rat // its exact value; nil where it has none
	Unit  *Unit    // what it counts; nil where that is no unit

	Found bool // the other side says it too
	Mate  int  // of the quote's facts that were found: the number of the source's; -1 where it has none
}

// A Unit is what a number counts: kilometres, dollars, percent.
type Unit struct {
	Name string
	Of   string   // length, money, …: what it measures
	Size *big.Rat // in the smallest unit listed of what it measures; nil where units do not convert
}
