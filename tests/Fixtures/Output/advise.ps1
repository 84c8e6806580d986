# Tenant fabrikam. Connect first: Connect-ExchangeOnline

# onPremises/inbound (S2b, required): Mailboxes are in both places: without the connectors, mail between them is treated as coming from the internet, or is lost. First decide whether connectors are enough or a hybrid deployment fits better.
New-InboundConnector -Name 'From our servers' -ConnectorType 'OnPremises' -SenderDomains '*' -RequireTls $true -TlsSenderCertificateName 'fabrikam.com'

# onPremises/outbound (S2b, required): Mailboxes are in both places: without the connectors, mail between them is treated as coming from the internet, or is lost. First decide whether connectors are enough or a hybrid deployment fits better.
New-OutboundConnector -Name 'To our servers' -ConnectorType 'OnPremises' -AllAcceptedDomains $true -UseMXRecord $false -SmartHosts 'mail.fabrikam.com' -TlsSettings 'DomainValidation' -TlsDomain 'fabrikam.com'

# partner:Contoso's "bank"/inbound (S3, required): The topology wants TLS and the certificate *.contosobank.com for mail from Contoso's "bank", and only a connector refuses mail without it.
New-InboundConnector -Name 'From Contoso''s "bank"' -ConnectorType 'Partner' -SenderDomains 'contosobank.com' -RequireTls $true -RestrictDomainsToCertificate $true -TlsSenderCertificateName '*.contosobank.com'

