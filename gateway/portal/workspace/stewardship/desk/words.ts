import { catalogue } from "../../../words/catalogue.js";

export const deskWords = catalogue({
  fr: {
    title: "Pilotage",
    waiting: "Ce qui vous attend",
    campaigns: "Campagnes",
    everything: "Tout ce que vos droits permettent",
    received: "Envois reçus parmi les bureaux attendus :",
    deadline: "Échéance : {day}.",
    noDeadline: "Sans échéance au carrefour.",
    openCampaign: "Ouvrir une campagne",
    toJudge: "{count, plural, one {Un envoi} other {# envois}} à juger, campagne {campaign}",
    missing:
      "{count, plural, one {Un bureau n'a pas envoyé ses données} other {# bureaux n'ont pas envoyé leurs données}}, campagne {campaign}",
    toPublish:
      "{count, plural, one {Un envoi approuvé attend} other {# envois approuvés attendent}} une publication, campagne {campaign} : lire le verdict de protection",
    requests:
      "{count, plural, one {Une demande d'accès attend} other {# demandes d'accès attendent}} une réponse",
    suspended:
      "{count, plural, one {Une entente d'accès est suspendue} other {# ententes d'accès sont suspendues}}",
    toApprove: "{count, plural, one {Une diffusion} other {# diffusions}} à approuver",
    built:
      "{count, plural, one {Une diffusion construite attend} other {# diffusions construites attendent}} l'approbation d'une autre personne",
    resources: "{count, plural, one {Une ressource proposée} other {# ressources proposées}} à relire",
    stewardProgress: "Déclarer où en est une recommandation",
    stewardResources: "Relire les pratiques et outils proposés",
    stewardAccess: "Demandes et ententes d'accès",
    stewardCredentials: "Habilitations",
    stewardReads: "Qui a lu quoi",
    stewardReleases: "Diffusions anonymisées",
    stewardRegister: "Registre des publications",
    stewardCoConstruction: "Consigner la co-construction d'un indicateur",
    comments:
      "{count, plural, one {Un commentaire sur un chiffre attend} other {# commentaires sur des chiffres attendent}} une réponse",
    stewardComments: "Commentaires sur les chiffres publiés",
  },
  en: {
    title: "Stewardship",
    waiting: "What waits for you",
    campaigns: "Campaigns",
    everything: "All that your rights allow",
    received: "Submissions received among the offices expected:",
    deadline: "Deadline: {day}.",
    noDeadline: "No deadline in the hub.",
    openCampaign: "Open a campaign",
    toJudge: "{count, plural, one {One submission} other {# submissions}} to judge, campaign {campaign}",
    missing:
      "{count, plural, one {One office has not sent} other {# offices have not sent}} figures, campaign {campaign}",
    toPublish:
      "{count, plural, one {One approved submission waits} other {# approved submissions wait}} for a publication, campaign {campaign}: read the verdict of protection",
    requests:
      "{count, plural, one {One request for access waits} other {# requests for access wait}} for an answer",
    suspended:
      "{count, plural, one {One access agreement is suspended} other {# access agreements are suspended}}",
    toApprove: "{count, plural, one {One release} other {# releases}} to approve",
    built:
      "{count, plural, one {One release built waits} other {# releases built wait}} for another person's approval",
    resources: "{count, plural, one {One proposed resource} other {# proposed resources}} to review",
    stewardProgress: "Declare where a recommendation stands",
    stewardResources: "Review proposed practices and tools",
    stewardAccess: "Requests and access agreements",
    stewardCredentials: "Credentials",
    stewardReads: "Who read what",
    stewardReleases: "Anonymised releases",
    stewardRegister: "Register of publications",
    stewardCoConstruction: "Record the co-construction of an indicator",
    comments:
      "{count, plural, one {One comment on a figure waits} other {# comments on figures wait}} for an answer",
    stewardComments: "Comments on published figures",
  },
});
