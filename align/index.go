package align

import (
	"slices"
	"sort"

	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/text"
)

// An Index holds transcripts so that words can be found in them. Once built it
// is safe for concurrent use.
//
// The transcripts stand in it as one row of tokens, each the number of a form
// in the vocabulary (2 or 3 bytes a word), with the sentences as bounds in that row;
// for each stem the tokens that have it are listed by the word after them, all
// lists in one row (another 3 bytes a word, 4 from 16 million words on).
type Index struct {
	docs      []*text.Document
	words     *lexicon.Vocabulary
	tokens    row      // form ids
	capitals  []uint64 // a bit for each token: its word begins with a capital
	starts    []uint32 // the first token of each transcript, and the end
	sentences []uint32 // the first token of each sentence that has any, and the end
	pages     []uint32 // the sentence of every page-th token
	points    []point  // from tokens to words
	first     []uint32 // by stem: where its postings begin, and the end
	postings  row      // tokens; for each stem by the stem after them, then ascending
	stem      []uint32 // of each form
	bits      []uint16 // by stem: its information in general English, in 1/64 bit
	backed    []uint32 // by stem: see rarity
	traits    []trait  // by form
	rare      rarities
	norms     []float32 // by sentence: √Σ idf² over its stems
	weights   []uint32  // by sentence: Σ idf² over its tokens, in 1/4096; below 2³² for endless tokens
	listing   listing   // by stem: the sentences
	lines     []uint32  // the first sentence of each transcript, and the end

	telling []uint32 // by transcript: what its particular stems weigh
	related *kinship // by two transcripts: whether they are versions of one
}

// A point says that token t stands for word w of its transcript, and so on
// side by side up to the next point.
type point struct{ token, word uint32 }

// NewIndex indexes the transcripts; they are numbered in the order given.
func NewIndex(transcripts ...*text.Document) *Index {
	n := 0
	for _, d := range transcripts {
		n += len(d.Words)
	}
	ix := &Index{docs: transcripts, words: lexicon.NewVocabulary(n), related: &kinship{pairs: map[[2]int]bool{}}}
	tokens := make([]uint32, 0, n+n/16)
	for _, d := range transcripts {
		tokens = ix.add(tokens, d)
	}
	ix.starts = append(ix.starts, uint32(len(tokens)))
	ix.sentences = slices.Clip(append(ix.sentences, uint32(len(tokens))))
	ix.tokens = rowOf(tokens, uint32(ix.words.Len()))
	ix.words.Fit()
	ix.points = slices.Clone(ix.points)
	ix.paginate()
	for _, t := range ix.starts {
		n, _ := slices.BinarySearch(ix.sentences, t)
		ix.lines = append(ix.lines, uint32(n))
	}
	ix.post()
	ix.weigh()
	ix.list()
	return ix
}

// Words is what is known of the transcripts' words, for others in this module
// that read them; they lay a vocabulary of their own over it.
func (ix *Index) Words() *lexicon.Vocabulary { return ix.words }

// With is an index of the transcripts of ix and of more, numbered on from the
// last; ix stays as it is. It costs what NewIndex costs for all of them.
func (ix *Index) With(more ...*text.Document) *Index {
	return NewIndex(slices.Concat(ix.docs, more)...)
}

// endless is how many tokens a sentence has at most. What is longer, a
// transcript without a full stop, is cut: each quote is set against whole
// sentences, word by word.
const endless = 200

// add appends the tokens of a transcript.
func (ix *Index) add(tokens []uint32, d *text.Document) []uint32 {
	ix.starts = append(ix.starts, uint32(len(tokens)))
	var terms []lexicon.Term
	next := uint32(1<<32 - 1) // the word that the next token stands for if they run side by side
	for _, s := range d.Sentences {
		terms = ix.words.Terms(terms[:0], d, s.Words)
		for len(ix.capitals)<<6 < len(tokens)+len(terms) {
			ix.capitals = append(ix.capitals, 0)
		}
		for i, t := range terms {
			if i%endless == 0 {
				ix.sentences = append(ix.sentences, uint32(len(tokens)))
			}
			if t.Word != next {
				ix.points = append(ix.points, point{uint32(len(tokens)), t.Word})
			}
			if capital(d.Word(int(t.Word))) {
				ix.capitals[len(tokens)>>6] |= 1 << (len(tokens) & 63)
			}
			tokens = append(tokens, t.ID)
			next = t.Word + 1
		}
	}
	return tokens
}

// post lists the tokens of each stem, those with the same stem after them
// together, so that a pair of words is looked up like a word. It sorts by
// counting, twice: by the next stem, then by the stem itself.
func (ix *Index) post() {
	ix.stem = make([]uint32, ix.words.Len())
	for i := range ix.stem {
		ix.stem[i] = ix.words.Form(uint32(i)).StemID
	}
	n := ix.words.Stems()
	ix.first = make([]uint32, n+1)
	end := uint32(ix.tokens.len())
	for t := range end {
		ix.first[ix.stemOf(t)+1]++
	}
	for i := range n {
		ix.first[i+1] += ix.first[i]
	}
	ix.postings = newRow(int(end), end)
	byNext := make([]uint32, end)
	at := slices.Clone(ix.first)
	for t := range end {
		p := &at[ix.stemOf(t)]
		byNext[*p] = t
		*p++
	}
	copy(at, ix.first)
	if end > 0 { // the last token has none after it
		ix.place(at, end-1)
	}
	for _, t := range byNext {
		if t > 0 {
			ix.place(at, t-1)
		}
	}
}

// place puts a token next in the list of its stem.
func (ix *Index) place(at []uint32, t uint32) {
	p := &at[ix.stemOf(t)]
	ix.postings.set(*p, t)
	*p++
}

// stemOf is the stem of a token.
func (ix *Index) stemOf(token uint32) uint32 { return ix.stem[ix.tokens.at(token)] }

// weigh works out how telling each stem is, how rare in each transcript, and how
// heavy each sentence.
func (ix *Index) weigh() {
	ix.bits, ix.backed = make([]uint16, ix.words.Stems()), make([]uint32, ix.words.Stems())
	for st := range ix.bits {
		stem := ix.words.Stem(uint32(st))
		ix.bits[st], ix.backed[st] = uint16(information(stem)*64), backed(stem)
	}
	ix.traits = make([]trait, ix.words.Len())
	for i := range ix.traits {
		ix.traits[i] = ix.traitOf(ix.words.Form(uint32(i)))
	}
	ix.norms, ix.weights = make([]float32, len(ix.sentences)-1), make([]uint32, len(ix.sentences)-1)
	ix.weighSentences()
}

// posting is where in the postings those of a stem are, half open.
func (ix *Index) posting(stem uint32) (from, to uint32) {
	if int(stem) >= len(ix.first)-1 {
		return 0, 0
	}
	return ix.first[stem], ix.first[stem+1]
}

// doc is the number of the transcript that a token belongs to.
func (ix *Index) doc(token uint32) int { return last(ix.starts, token) }

// sentence is the number of the sentence (counted through all transcripts) that
// a token belongs to.
func (ix *Index) sentence(token uint32) int {
	s := ix.pages[token/page]
	for ix.sentences[s+1] <= token {
		s++
	}
	return int(s)
}

// page is so many tokens of which the first one's sentence is noted.
const page = 64

// paginate notes the sentence of every page's first token.
func (ix *Index) paginate() {
	ix.pages = make([]uint32, (ix.tokens.len()+page-1)/page)
	s := uint32(0)
	for i := range ix.pages {
		for ix.sentences[s+1] <= uint32(i*page) {
			s++
		}
		ix.pages[i] = s
	}
}

// last is the last i with list[i] ≤ x.
func last(list []uint32, x uint32) int {
	return sort.Search(len(list), func(i int) bool { return list[i] > x }) - 1
}

// wordsOf is the words that token t stands for: several for a number written in
// several words; the same word for several tokens where it was a contraction.
func (ix *Index) wordsOf(t uint32) text.Range {
	w := ix.word(t)
	end := w + 1
	if d := ix.doc(t); t+1 == ix.starts[d+1] {
		end = max(end, len(ix.docs[d].Words))
	} else if next := ix.word(t + 1); next > w {
		end = next
	}
	return text.Range{Start: w, End: end}
}

// word is the first word that token t stands for.
func (ix *Index) word(t uint32) int {
	i := sort.Search(len(ix.points), func(i int) bool { return ix.points[i].token > t }) - 1
	return int(ix.points[i].word + t - ix.points[i].token)
}
