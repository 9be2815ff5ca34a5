package change

import "slices"

// Traits say what a kind does beyond itself, so that nobody else needs a list of
// kinds.
type Traits struct {
	Convention bool // every reporter makes it: at most it leaves a quote edited
	Claim      bool // major, it turns a claim, in whatever wording
	Wording    bool // minor, any other wording of the sentence has it
	Uncounted  bool // minor, it leaves a quote what it is
	Unpaired   bool // no words stand for others: it does not take in its neighbours
	OneSided   bool // words were put in or left out
	Fact       bool // another one in a copy is held against the report, whatever speaks for it
}

// Traits are those of the kind.
func (k Kind) Traits() Traits { return traits[k] }

var traits = map[Kind]Traits{
	Spelling:    {Convention: true, Wording: true},
	Contraction: {Convention: true, Wording: true},
	Filler:      {Convention: true, Wording: true},
	Ellipsis:    {Convention: true},
	Bracket:     {Convention: true},
	NumberStyle: {Convention: true},

	Substitution: {Wording: true},
	Insertion:    {Wording: true, Unpaired: true, OneSided: true},
	Omission:     {Wording: true, Unpaired: true, OneSided: true},
	Order:        {Wording: true, Unpaired: true},

	Number:     {Claim: true, Fact: true},
	Date:       {Claim: true, Fact: true},
	Name:       {Claim: true, Fact: true},
	Negation:   {Claim: true, Fact: true},
	Quantifier: {Claim: true},
	Modality:   {Claim: true},
	Antonym:    {Claim: true},
	Splice:     {Unpaired: true},
	Truncation: {Unpaired: true, Uncounted: true},

	Attribution: {},
	WrongSource: {},

	Move: {Unpaired: true},
}

// kinds are those of a quote, in the order in which they are numbered.
var kinds = [...]Kind{
	Spelling, Contraction, Filler, Ellipsis, Bracket, NumberStyle,
	Substitution, Insertion, Omission, Order,
	Number, Date, Name, Negation, Quantifier, Modality, Antonym, Splice, Truncation, Attribution, WrongSource,
}

// Kinds are those of a quote, all but [Move], in the order of the constants.
func Kinds() []Kind { return slices.Clone(kinds[:]) }

// Number is that of the kind, from 0; -1 of none.
func (k Kind) Number() int { return slices.Index(kinds[:], k) }

// Numbered is the kind of a number.
func Numbered(n int) Kind { return kinds[n] }
