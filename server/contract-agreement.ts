/** How the stored days of one brand agree with Zendesk's own counts. */
export type BrandAgreement = {
  brandId: number
  /** Brand-local; the first day that was checked. */
  from: string
  /** One letter per day from then on: `g` agrees with Zendesk, `r` differs too much, `-` was not checked. */
  days: string
}
export type AgreementAnswer = {
  asOf: string
  /** Brands of which no day was checked yet are left out. */
  brands: BrandAgreement[]
}
