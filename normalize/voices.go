package normalize

import (
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// Captions that are pasted into another text bring their tags with them, <v Ada Lund>, <c>
// and </i>: no words of anybody, and the first kind says who speaks. A text with less than a
// few times of captions may show a tag as an example.

const (
	fewestVoices  = 3
	longestVoiced = 80 // bytes of a tag
)

// captionTags cuts the tags of captions out of t, in order, and ties what follows each
// that names a voice to it; none where t holds no captions.
func captionTags(t string) (cuts []text.Removal, voices []text.Anchor) {
	if strings.Count(t, arrow) < fewestVoices || !strings.Contains(t, "<") {
		return nil, nil
	}
	for at := range marksOf(t, '<') {
		n, voice := captionTagLen(t[at:])
		if n == 0 {
			continue
		}
		cuts = append(cuts, text.Removal{Span: text.Span{Start: at, End: at + n}, Reason: "markup"})
		if k := len(voices); voice != "" && k > 0 {
			voices[k-1].Span.End = at
		}
		if voice != "" {
			voices = append(voices, text.Anchor{Span: text.Span{Start: at + n, End: len(t)}, Voice: voice})
		}
	}
	return cuts, voices
}

// captionTagLen is the length of a caption's tag at the start of t, and the voice that it
// names; 0 where none stands there.
func captionTagLen(t string) (n int, voice string) {
	n = strings.IndexByte(t[:min(len(t), longestVoiced)], '>') + 1
	if n == 0 || strings.ContainsAny(t[1:n], "<\n\r") {
		return 0, ""
	}
	name, voice, _ := strings.Cut(strings.TrimPrefix(t[1:n-1], "/"), " ")
	name, _, _ = strings.Cut(name, ".")
	switch {
	case name == "v" && voice != "":
		return n, strings.TrimSpace(voice)
	case voice == "" && (len(name) == 1 && strings.Contains("vcibu", name) || isClock(t[1:n-1])):
		return n, ""
	}
	return 0, ""
}

// voiceOf is the first voice that a tag in part of a text names, and the last.
func voiceOf(part string) (first, last string) {
	for at := range marksOf(part, '<') {
		if _, voice := captionTagLen(part[at:]); voice != "" {
			if last = voice; first == "" {
				first = voice
			}
		}
	}
	return first, last
}
