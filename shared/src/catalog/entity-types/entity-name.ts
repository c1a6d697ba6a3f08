/** What people call an entity type. */
export interface EntityName {
  en: string;
  nl: string;
}
