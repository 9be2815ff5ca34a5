package speech

// String is the kind's name: "direct", "partial" or "indirect".
func (k Kind) String() string { return [...]string{"direct", "partial", "indirect"}[k] }
