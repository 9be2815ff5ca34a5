package main

import (
	"path/filepath"
	"sort"
	"strings"
	"unicode"

	"github.com/quoteprov/quoteprov/internal/lexicon"
)

// fewestSeen is in how many sentences a stem must stand to be listed.
const fewestSeen = 4

// readNames lists the stems of general English that WordNet knows in no word
// without a capital letter: names, for the most part.
func readNames(dir string, known counts) ([]string, error) {
	common := map[string]bool{}
	for _, w := range strings.Fields(grammar) {
		common[lexicon.Stem(w)] = true
	}
	for _, f := range files {
		irregular := func(l []string) { lower(common, l[0]) } // went, biggest
		if err := eachLine(filepath.Join(dir, f.name+".exc"), irregular); err != nil {
			return nil, err
		}
		err := eachLine(filepath.Join(dir, "data."+f.name), func(l []string) {
			for _, part := range strings.FieldsFunc(l[4], func(r rune) bool { return r == '_' || r == '-' }) {
				lower(common, part)
			}
			for i := 4; i < len(l) && len(l[i]) > 1 && l[i] != "|"; i += 2 {
				lower(common, l[i])
			}
		})
		if err != nil {
			return nil, err
		}
	}
	var out []string
	for st, n := range known {
		letters := !strings.ContainsFunc(st, func(r rune) bool { return !unicode.IsLetter(r) })
		if n >= fewestSeen && !common[st] && letters && len(st) > 2 {
			out = append(out, st)
		}
	}
	sort.Strings(out)
	return out, nil
}

// lower notes the stem of a word that is written without a capital.
func lower(common map[string]bool, w string) {
	if w != "" && strings.ToLower(w) == w && !strings.Contains(w, "_") {
		w, _, _ = strings.Cut(w, "(")
		common[lexicon.Stem(w)] = true
	}
}

// grammar are words that WordNet leaves out.
const grammar = `a an the this that these those i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
	myself yourself himself herself itself ourselves themselves who whom whose which what where when why how of to in on at by for with from as into onto
	upon against toward towards and or but nor if because unless until since although though while whereas whether than would could should might shall
	cannot must ought during without within among amongst per via despite anybody anyone anything everybody everyone everything nobody none nothing somebody
	someone something whatever whoever whichever whenever wherever gonna wanna gotta okay etc percent
	covid coronavirus online website smartphone was were been being is are am has had having does did doing says app blog email selfie startup podcast internet`
