package lexicon

import "strings"

// american gives a folded word the American spelling, so that colour and
// color, organise and organize meet. It errs on the side of leaving words be.
func american(w string) string {
	if s, ok := respelt[w]; ok {
		return s
	}
	if len(w) < 5 {
		return w
	}
	w = ise(w)
	w = our(w)
	w = doubled(w)
	if i := len(w) - 1; strings.HasSuffix(w, "tre") || strings.HasSuffix(w, "bre") {
		return w[:i-1] + "er"
	}
	if s, ok := strings.CutSuffix(w, "tres"); ok {
		return s + "ters"
	}
	if s, ok := strings.CutSuffix(w, "ogue"); ok && len(s) > 3 {
		return s + "og"
	}
	return w
}

var respelt = pairs(`defence defense offence offense licence license pretence pretense practise practice practised practiced practising practicing
	grey gray programme program programmes programs plough plow ploughed plowed sceptic skeptic sceptical skeptical scepticism skepticism
	aluminium aluminum cheque check cheques checks tyre tire tyres tires jewellery jewelry kerb curb mould mold moult molt
	manoeuvre maneuver manoeuvres maneuvers manoeuvred maneuvered manoeuvring maneuvering ageing aging judgement judgment judgements judgments
	acknowledgement acknowledgment fulfil fulfill fulfils fulfills enrol enroll enrols enrolls enrolment enrollment fulfilment fulfillment
	instalment installment instalments installments skilful skillful wilful willful draught draft paediatric pediatric anaemia anemia
	haemorrhage hemorrhage oesophagus esophagus encyclopaedia encyclopedia mum mom storey story whisky whiskey pyjamas pajamas
	defences defenses offences offenses licences licenses towards toward afterwards afterward amongst among whilst while learnt learned
	burnt burned dreamt dreamed spelt spelled spoilt spoiled leapt leaped ok okay gaol jail catalogue catalog catalogues catalogs dialogues dialogs`)

func pairs(list string) map[string]string {
	m := map[string]string{}
	f := strings.Fields(list)
	for i := 0; i+1 < len(f); i += 2 {
		m[f[i]] = f[i+1]
	}
	return m
}

var iseEndings = [...]string{"ise", "ised", "ises", "ising", "iser", "isers", "isation", "isations", "yse", "ysed", "yses", "ysing"}

// iseKept are verbs and nouns in -ise everywhere, up to their i.
var iseKept = set(`adverti advi ari chasti circumci compri compromi conci demi despi devi disgui enterpri exci exerci experti franchi
	improvi inci paradi prai preci premi promi rai revi ri supervi surmi surpri televi treati wi likewi otherwi merchandi noi poi brui crui apprai
	turquoi tortoi porpoi anti clockwi catechi reprai upri`)

func ise(w string) string {
	for _, e := range iseEndings {
		head, ok := strings.CutSuffix(w, e)
		if !ok || len(head) < 3 || e[0] == 'i' && iseKept[head+"i"] {
			continue
		}
		if e[0] == 'y' && !strings.HasSuffix(head, "al") && !strings.HasSuffix(head, "ar") {
			continue
		}
		return head + e[:1] + "z" + e[2:]
	}
	return w
}

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

var ourHeads = strings.Fields(`colo favo hono labo neighbo behavio harbo humo vapo rumo vigo rigo endeavo flavo glamo savio arbo ardo armo cando clamo demeano fervo odo parlo ranco splendo succo tumo valo enamo discolo dishono misbehavio`)

func our(w string) string {
	i := strings.Index(w, "our")
	if i < 0 {
		return w
	}
	for _, h := range ourHeads {
		if w[:i+1] == h {
			return w[:i+1] + w[i+2:]
		}
	}
	return w
}

var doubledHeads = set(`travel cancel label model level fuel signal counsel quarrel marvel tunnel channel total rival equal dial jewel duel marshal panel shovel
	shrivel snivel swivel grovel gravel chisel funnel initial spiral unravel dishevel remodel refuel`)

// doubled: travelled, labelling.
func doubled(w string) string {
	for _, e := range [...]string{"ed", "ing", "er", "ers", "ings", "ors", "or"} {
		head, ok := strings.CutSuffix(w, "l"+e)
		if ok && doubledHeads[head] {
			return head + e
		}
	}
	return w
}
