package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The language of a text, by its script and, where several languages share
// one, by its commonest words. A report has hundreds of these; a line may have
// none, and then has no language.

// commonWords are the function words of languages, in lower case. A word of
// two languages counts for both.
var commonWords = map[string][]string{
	"en": strings.Fields(`the of and to a in that is was he for it with as his on be at by had not are but from or have they which you were their we this she her has will who would been if an said there when what so can all do than about into its our no more`),
	"fr": strings.Fields(`le la les de des du et à un une dans que qui est en pour pas sur au ce il ne se plus par je avec tout faire son mais nous vous ou elle être ont sont été cette aux ses`),
	"de": strings.Fields(`der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber`),
	"es": strings.Fields(`el la los las de que y en un una ser se no haber por con su para como estar tener le lo todo pero más hacer o poder este ya del al es son fue sus entre cuando muy sin sobre también`),
	"it": strings.Fields(`il lo la i gli le di che e un una in non per con sono si da come ma più del della nel anche alla è ha dei delle questo dal al ai nella loro stato`),
	"pt": strings.Fields(`o a os as de que e em um uma para com não por mais se no na do da dos das ao como mas foi ele tem seu sua ou ser quando muito há nos já está também só pelo pela`),
	"nl": strings.Fields(`de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar bij uit nog naar heeft door over ze wordt deze werd meer hij hun`),
	"pl": strings.Fields(`i w na z do że się nie to jest o jak za po od przez a dla tak ale czy już oraz był była są jego`),
	"tr": strings.Fields(`ve bir bu da de için ile olarak çok daha gibi en olan ne kadar sonra ama var değil o mi`),
	"ru": strings.Fields(`и в не на что с по как это я он к но за из а у от о мы все так его же для бы то был было были их при или уже если`),
	"uk": strings.Fields(`і в не на що з по як це я він до але за із та у від про ми всі так його для щоб був було були їх при або вже якщо`),
	"bg": strings.Fields(`и в не на че с по като това аз той към но за от а у ние всички така го да се са е ще при или вече ако който`),
}

// languagesOf lists, for a common word, the languages that have it.
var languagesOf = func() map[string][]string {
	m := map[string][]string{}
	for _, lang := range languages {
		for _, w := range commonWords[lang] {
			m[w] = append(m[w], lang)
		}
	}
	return m
}()

var languages = []string{"en", "fr", "de", "es", "it", "pt", "nl", "pl", "tr", "ru", "uk", "bg"}

// scripts are the scripts that one language has nearly to itself.
var scripts = []struct {
	table *unicode.RangeTable
	lang  string
}{
	{unicode.Hiragana, "ja"}, {unicode.Katakana, "ja"}, {unicode.Han, "zh"}, {unicode.Hangul, "ko"}, {unicode.Arabic, "ar"},
	{unicode.Hebrew, "he"}, {unicode.Greek, "el"}, {unicode.Thai, "th"}, {unicode.Devanagari, "hi"}, {unicode.Armenian, "hy"},
	{unicode.Georgian, "ka"}, {unicode.Ethiopic, "am"}, {unicode.Bengali, "bn"}, {unicode.Myanmar, "my"},
}

// Language is the language that a text is in, as in "en", or "" where that is
// unclear: short texts seldom tell. It looks at the first 2000 words.
func Language(s string) string {
	return language(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }))
}

// language is the language that the words are in, or "" where that is unclear.
// It looks at the first 2000 of them.
func language(words []string) string {
	votes := map[string]int{}
	n := min(len(words), 2000)
	for _, w := range words[:n] {
		r, _ := utf8.DecodeRuneInString(w)
		if r >= 0x370 && !unicode.Is(unicode.Cyrillic, r) {
			votes[scriptLanguage(r)]++
			continue
		}
		for _, lang := range languagesOf[strings.ToLower(w)] {
			votes[lang]++
		}
	}
	if votes["ja"]*20 > n { // kana among the Han
		return "ja"
	}
	best, second := "", 0
	for _, lang := range append(languages, "zh", "ko", "ar", "he", "el", "th", "hi", "hy", "ka", "am", "bn", "my") {
		if votes[lang] > votes[best] {
			best, second = lang, votes[best]
			continue
		}
		second = max(second, votes[lang])
	}
	if best == "" || votes[best]*10 < n || votes[best] < second+2 {
		return ""
	}
	return best
}

func scriptLanguage(r rune) string {
	for _, s := range scripts {
		if unicode.Is(s.table, r) {
			return s.lang
		}
	}
	return ""
}

// script is a coarse name for the script of r: L(atin), C(yrillic), A for any
// other one; 0 for what is no letter.
func script(r rune) byte {
	switch {
	case r < utf8.RuneSelf && ('a' <= r|0x20 && r|0x20 <= 'z'), r >= 0xC0 && r < 0x250:
		return 'L'
	case unicode.Is(unicode.Cyrillic, r):
		return 'C'
	case unicode.IsLetter(r):
		return 'A'
	}
	return 0
}
