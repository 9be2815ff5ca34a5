package change

// Traits say what a kind does beyond itself, so that nobody else needs a list of
// kinds.
type Traits struct {
	Convention bool // every reporter makes it: at most it leaves a quote edited
	Claim      bool // it turns a claim, in whatever wording
	Wording    bool // any other wording of the sentence has it where it is minor
	Cut        bool // no words stand for words
}

// Traits are those of the kind; a kind without a row has none.
func (k Kind) Traits() Traits { return traits[k] }

var traits = map[Kind]Traits{
	Spelling:     {Convention: true, Wording: true},
	Contraction:  {Convention: true, Wording: true},
	Filler:       {Convention: true, Wording: true},
	Ellipsis:     {Convention: true},
	Bracket:      {Convention: true},
	NumberStyle:  {Convention: true},
	Substitution: {Wording: true},
	Insertion:    {Wording: true, Cut: true},
	Omission:     {Wording: true, Cut: true},
	Order:        {Wording: true, Cut: true},

	Number:     {Claim: true},
	Date:       {Claim: true},
	Name:       {Claim: true},
	Negation:   {Claim: true},
	Quantifier: {Claim: true},
	Modality:   {Claim: true},
	Antonym:    {Claim: true},
	Splice:     {Cut: true},
	Truncation: {Cut: true},
}
