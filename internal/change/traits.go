package change

// Traits say what a kind does beyond itself, so that nobody else needs a list of
// kinds.
type Traits struct {
	Convention bool // every reporter makes it: at most it leaves a quote edited
	Claim      bool // major, it turns a claim, in whatever wording
	Wording    bool // minor, any other wording of the sentence has it
	Uncounted  bool // minor, it leaves a quote what it is
	Unpaired   bool // no words stand for others: it does not take in its neighbours
	OneSided   bool // words were put in or left out
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

	Number:     {Claim: true},
	Date:       {Claim: true},
	Name:       {Claim: true},
	Negation:   {Claim: true},
	Quantifier: {Claim: true},
	Modality:   {Claim: true},
	Antonym:    {Claim: true},
	Splice:     {Unpaired: true},
	Truncation: {Unpaired: true, Uncounted: true},

	Attribution: {},
	WrongSource: {},

	Move: {Unpaired: true},
}
