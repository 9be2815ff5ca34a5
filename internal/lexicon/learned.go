//go:build !nolearned

package lexicon

import _ "embed"

// learnedData is the table of words and phrases seen as translations of the
// same words. Building with the tag nolearned leaves it out.
//
//go:embed learned/paraphrase.txt.gz
var learnedData []byte
